"""The sheets in WeasyPrint, tagged, as PDF/UA-1: HTML with gaps for the values, and a style sheet that is kept."""

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from tests.benchmark.sheets.leaflet import STRONG, Data, Leaflet, read, step
from tests.benchmark.sheets.rows import Row

STYLE = Path(__file__).with_name("sheet.css")
GAP = "\x00"  # stands around the name of a field where its value goes


def builder(source: Path, clinic: Path, fonts: Path) -> Callable[[Row], bytes]:
    """Fonts, style sheet and pictures are kept from sheet to sheet."""
    leaflet = read(source, clinic)
    parts = page(leaflet).split(GAP)
    found = FontConfiguration()
    style = CSS(string=STYLE.read_text(), base_url=f"{fonts}/", font_config=found)
    pictures: dict[str, Any] = {}

    def build(row: Row) -> bytes:
        filled = [escape(row.get(part, "")) if number % 2 else part for number, part in enumerate(parts)]
        html = HTML(string="".join(filled), base_url=f"{leaflet.folder}/")
        made = html.write_pdf(stylesheets=[style], font_config=found, cache=pictures, pdf_variant="pdf/ua-1")
        assert isinstance(made, bytes)
        return made

    return build


def page(leaflet: Leaflet) -> str:
    """The whole leaflet; head and foot are running elements of the style sheet."""
    handout, clinic = leaflet.handout, leaflet.clinic
    body = "".join(KINDS[word](blocks, leaflet) for word, blocks in leaflet.groups())
    return f"""<!doctype html><html lang="{handout["language"]}">
<head><title>{line(handout["title"])}</title></head><body>
<div class="head first"><b>{line(clinic["name"])}</b><span>Patient leaflet</span>
<small>{line(clinic["tagline"])}</small><small>{line(clinic["phone"])}</small></div>
<div class="head"><b>{line(clinic["name"])}</b><span>{line(handout["title"])}</span></div>
<div class="foot">{line(leaflet.foot)}<span class="number"></span></div>
<div class="panel"><h1>{line(handout["title"])}</h1><p>{line(handout["subtitle"])}</p></div>{body}</body></html>"""


def line(text: str) -> str:
    """Text with its strong parts."""
    return STRONG.sub(r"<b>\1</b>", escape(text))


def prose(text: str) -> str:
    return "".join(f"<p>{line(part)}</p>" for part in text.strip().split("\n\n"))


def points(texts: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{line(text)}</li>' for text in texts)}</ul>"


def fields(blocks: list[Data], leaflet: Leaflet) -> str:
    place = f"<div><small>{{label}}</small><p>{GAP}{{field}}{GAP}</p></div>"
    return f'<div class="places">{"".join(place.format(**block) for block in blocks)}</div>'


def callout(blocks: list[Data], leaflet: Leaflet) -> str:
    (block,) = blocks
    inner = f"<p><b>{line(block['title'])}</b></p>{prose(block['text'])}{points(block.get('bullets', []))}"
    return f'<div class="callout {block["callout"]}">{inner}</div>'


def figure(blocks: list[Data], leaflet: Leaflet) -> str:
    (block,) = blocks
    return f'<p class="figure"><img src="{block["figure"]}" alt="{block["alt"]}" style="width: {block["width"]}%"></p>'


def steps(blocks: list[Data], leaflet: Leaflet) -> str:
    written = (step(each) for each in blocks[0]["steps"])
    inner = (f"<li>{line(each['step'])}{points(each['points']) if 'points' in each else ''}</li>" for each in written)
    return f"<ol>{''.join(inner)}</ol>"


def table(blocks: list[Data], leaflet: Leaflet) -> str:
    (block,) = blocks
    head = "".join(f'<th scope="col">{line(cell)}</th>' for cell in block["columns"])
    rows = "".join(f"<tr>{''.join(f'<td>{line(cell)}</td>' for cell in row)}</tr>" for row in block["rows"])
    return f"<p><b>{line(block['table'])}</b></p><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def contact(blocks: list[Data], leaflet: Leaflet) -> str:
    lines = "".join(f"<p>{line(text)}</p>" for text in leaflet.contact)
    return f'<div class="panel"><p><b>{line(blocks[0]["clinic"])}</b></p>{lines}</div>'


KINDS: dict[str, Callable[[list[Data], Leaflet], str]] = {
    "field": fields,
    "callout": callout,
    "figure": figure,
    "steps": steps,
    "table": table,
    "clinic": contact,
    "section": lambda blocks, _: f"<h2>{line(blocks[0]['section'])}</h2>",
    "bullets": lambda blocks, _: points(blocks[0]["bullets"]),
    "text": lambda blocks, _: prose(blocks[0]["text"]),
}
