"""What all tests share: the same examples in every run, however slow the machine."""

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """What a change of words or looks needs: `pytest tests/test_cases.py --update-cases`, then read the difference."""
    parser.addoption("--update-cases", action="store_true", help="write what is found as what is expected, and fail")


@pytest.fixture
def update_cases(request: pytest.FixtureRequest) -> bool:
    """Whether what is found becomes what is expected."""
    return bool(request.config.getoption("--update-cases"))
