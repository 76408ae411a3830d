"""What a figure can be when it is not a file: pictures that the program draws from a few words, one file for each kind.

The first field of each is its word: `figure: {qr_code: https://clinic.example}`. How it is drawn stands in the file of
the same name in `layouts/figures`.
"""

from typing import get_args

from handouts.drawings.balls import Balls
from handouts.drawings.body_map import BodyMap
from handouts.drawings.frames import Frames
from handouts.drawings.pain_scale import PainScale
from handouts.drawings.pose import Pose
from handouts.drawings.qr_code import QrCode
from handouts.record import Record

Drawing = Balls | BodyMap | Frames | PainScale | Pose | QrCode
DRAWINGS: tuple[type[Record], ...] = get_args(Drawing)
# These know what they show, so a handout need not say it to people who cannot see them.
SPEAKING: tuple[type[Record], ...] = (Balls, PainScale, QrCode)
