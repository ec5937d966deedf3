"""Drawings whose true shapes are known, for the benchmark of vectors.

Every second drawing is "hidden": while the tracer is built, only the open ones are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import cos, radians, sin

from tests.benchmarks.vector_paths import (
    circle,
    ellipse,
    polygon,
    rectangle,
    regular,
    ring,
    rounded,
    sector,
    star,
    stroke,
    text,
)

SIDE = 256
"""Width and height of every drawing, in pixels."""


@dataclass
class Drawing:
    """Shapes from bottom to top.

    Attributes:
        name: What it is.
        kind: straight, curved, thin, text, icon or clear (with transparency).
        paper: Colour of the background; empty for a transparent one.
        shapes: Path data, fill, opacity.
    """

    name: str
    kind: str
    paper: str = "#ffffff"
    shapes: list[tuple[str, str, float]] = field(default_factory=list)

    def add(self, fill: str, *paths: str, opacity: float = 1) -> Drawing:
        """Put a shape on top."""
        self.shapes.append(("".join(paths), fill, opacity))
        return self

    def svg(self) -> str:
        """The drawing as an SVG document."""
        shapes = [(rectangle(0, 0, SIDE, SIDE), self.paper, 1.0)] if self.paper else []
        drawn = "".join(
            f'<path d="{path}" fill="{fill}" fill-opacity="{opacity:g}"/>'
            for path, fill, opacity in shapes + self.shapes
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}" '
            f'viewBox="0 0 {SIDE} {SIDE}">{drawn}</svg>'
        )


def drawings() -> list[Drawing]:
    """All drawings; those at even places are the open half, those at odd places the hidden one."""
    return [*_straight(), *_curved(), *_thin(), *_text(), *_icons(), *_clear()]


def _straight() -> Iterator[Drawing]:
    triangle = polygon((40.3, 210.7), (128.6, 37.2), (219.4, 205.9))
    yield Drawing("triangle", "straight").add("#c8102e", triangle)
    turned = rectangle(60, 70, 140, 110, 17)
    yield Drawing("turned rectangle", "straight", "#f4f1e8").add("#123a6b", turned)
    yield Drawing("star", "straight", "#0b2545").add("#ffc72c", star(128, 132, 100, 41, 5, 4))
    yield Drawing("hexagon", "straight").add("#00857c", regular(128.4, 127.3, 96, 6, 11))
    stripes = Drawing("stripes", "straight", "#ffffff")
    for index in range(4):
        stripes.add("#1b1b1b", rectangle(30, 40 + 47.3 * index, 190, 20.6, -7))
    yield stripes
    yield (
        Drawing("mountains", "straight", "#dfeaf2")
        .add("#37526e", polygon((10, 220), (95, 60), (180, 220)))
        .add("#8fa9bf", polygon((90, 220), (168, 95), (246, 220)))
    )
    arrow = polygon((30, 110), (150, 110), (150, 60), (228, 128), (150, 196), (150, 146), (30, 146))
    yield Drawing("arrow", "straight").add("#e4572e", arrow)
    yield (
        Drawing("flag", "straight", "#002f6c")
        .add("#ffffff", rectangle(0, 85.4, 256, 85.2))
        .add("#d52b1e", rectangle(0, 170.6, 256, 85.4))
    )
    chevron = ((40, 60), (128, 130), (216, 60), (216, 105), (128, 175), (40, 105))
    yield Drawing("chevron", "straight", "#fafafa").add("#5b2a86", polygon(*chevron))
    cube = Drawing("cube", "straight", "#ffffff")
    cube.add("#f2a900", polygon((128, 30), (213, 79), (128, 128), (43, 79)))
    cube.add("#c77700", polygon((43, 79), (128, 128), (128, 226), (43, 177)))
    yield cube.add("#8a4f00", polygon((213, 79), (128, 128), (128, 226), (213, 177)))


def _curved() -> Iterator[Drawing]:
    yield Drawing("disc", "curved").add("#d7263d", circle(126.7, 129.4, 88.3))
    yield Drawing("ellipse", "curved", "#fff7e6").add("#14746f", ellipse(128, 126, 104, 58, 23))
    yield Drawing("ring", "curved").add("#0f4c81", ring(128.5, 127.5, 95, 62))
    target = Drawing("target", "curved", "#f5f5f5")
    for radius, fill in ((104, "#b3001b"), (78, "#ffffff"), (51, "#b3001b"), (24, "#262730")):
        target.add(fill, circle(128, 128, radius))
    yield target
    yield Drawing("rounded", "curved").add("#3a7d44", rounded(38.4, 62.7, 180, 130, 34))
    drop = "M128 28C150 78 208 120 208 166C208 206 172 232 128 232C84 232 48 206 48 166C48 120 106 78 128 28Z"
    yield Drawing("drop", "curved", "#eef6fb").add("#1e6fa8", drop)
    heart = (
        "M128 220C70 170 30 135 30 92C30 58 56 38 84 38C104 38 120 50 128 66"
        "C136 50 152 38 172 38C200 38 226 58 226 92C226 135 186 170 128 220Z"
    )
    yield Drawing("heart", "curved").add("#e63946", heart)
    moon = "M150 30C95 36 54 78 54 130C54 186 98 228 152 228C118 206 100 170 100 130C100 90 120 52 150 30Z"
    yield Drawing("moon", "curved", "#1d2b53").add("#ffe08a", moon)
    wave = "M0 150C40 110 80 110 128 150C176 190 216 190 256 150L256 256L0 256Z"
    yield Drawing("wave", "curved", "#ffffff").add("#0077b6", wave)
    leaf = "M40 216C40 110 110 40 216 40C216 146 146 216 40 216Z"
    vein = stroke(70, 186, 168, 88, 7)
    yield Drawing("leaf", "curved").add("#2d6a4f", leaf).add("#d8f3dc", vein)
    cake = Drawing("cake", "curved", "#ffffff")
    for start, end, fill in ((-90, 30, "#264653"), (30, 150, "#e9c46a"), (150, 270, "#e76f51")):
        cake.add(fill, sector(128, 128, 96, 0, start, end))
    yield cake
    yield Drawing("gauge", "curved").add("#6a4c93", sector(128, 138, 100, 68, 150, 390))


def _thin() -> Iterator[Drawing]:
    fan = Drawing("fan of strokes", "thin")
    for index in range(7):
        fan.add("#111111", stroke(24, 236, 40 + 32 * index, 24 + 12 * index, 2.4))
    yield fan
    lines = Drawing("hairlines", "thin", "#ffffff")
    for index in range(6):
        lines.add(
            "#7a1f2b", stroke(24, 30 + 38.3 * index, 232, 44 + 36.1 * index, 1.1 + 0.35 * index)
        )
    yield lines
    yield Drawing("thin ring", "thin").add("#1b4965", ring(128, 128, 90, 87.8))
    frame = rectangle(40.5, 50.5, 175, 155)
    hole = polygon((42.3, 52.3), (42.3, 203.7), (213.7, 203.7), (213.7, 52.3))
    yield Drawing("frame", "thin", "#fdf6e3").add("#222222", frame + hole)
    grid = Drawing("grid", "thin", "#0d1b2a")
    for index in range(4):
        grid.add("#e0e1dd", stroke(40 + 58.4 * index, 20, 40 + 58.4 * index, 236, 1.6))
    yield grid
    arcs = Drawing("arcs", "thin", "#ffffff")
    for index in range(4):
        radius = 40 + 24.5 * index
        arcs.add("#005f73", sector(48, 208, radius, radius - 3.2, -90, 0))
    yield arcs


def _text() -> Iterator[Drawing]:
    yield Drawing("serif 80", "text").add("#1a1a1a", text("Rag", 46, 158, 80))
    yield Drawing("sans 70", "text", "#fff8f0").add("#9d0208", text("Ohm", 32, 150, 70, "cmss10"))
    yield Drawing("bold 56", "text", "#14213d").add(
        "#fca311", text("Mark", 42, 146, 56, "STIXGeneralBol")
    )
    yield Drawing("italic 60", "text").add(
        "#3c096c", text("Sofa", 48, 148, 60, "STIXGeneralItalic")
    )
    yield Drawing("serif 36", "text").add("#000000", text("Kingsley", 48, 140, 36))
    yield Drawing("sans 30", "text", "#e8f1f2").add(
        "#13293d", text("Norderby", 50, 140, 30, "cmss10")
    )
    two = Drawing("two lines", "text").add(
        "#0b3954", text("Vex & Co", 38, 120, 42, "STIXGeneralBol")
    )
    yield two.add("#bf1a2f", text("since 1904", 62, 168, 26, "cmss10"))
    yield Drawing("mono 22", "text", "#ffffff").add(
        "#1d3557", text("make it plain", 22, 136, 22, "cmtt10")
    )
    small = Drawing("small 16", "text").add(
        "#202020", text("The quick brown fox jumps", 24, 110, 16)
    )
    yield small.add("#202020", text("over the lazy dog 1234", 24, 140, 16, "cmss10"))
    tiny = Drawing("small 12", "text").add(
        "#003049", text("Wharf Street, Bristol", 30, 110, 12, "cmss10")
    )
    yield tiny.add("#003049", text("open from nine to five", 30, 134, 12))


def _icons() -> Iterator[Drawing]:
    house = polygon((128, 34), (228, 122), (204, 122), (204, 222), (52, 222), (52, 122), (28, 122))
    door = rectangle(106, 152, 44, 70)
    yield Drawing("house", "icon").add("#264653", house).add("#e9c46a", door)
    bubble = rounded(30, 44, 196, 132, 28)
    tail = polygon((78, 170), (78, 226), (132, 170))
    talk = Drawing("talk", "icon", "#f0efeb").add("#2a6f97", bubble).add("#2a6f97", tail)
    yield talk.add("#f0efeb", *(circle(x, 110, 13) for x in (84, 128, 172)))
    lens = Drawing("lens", "icon").add("#d62828", ring(108, 108, 72, 50))
    yield lens.add("#d62828", stroke(157, 157, 222, 222, 24))
    sun = Drawing("sun", "icon", "#003049").add("#fcbf49", circle(128, 128, 46))
    for index in range(8):
        sun.add("#fcbf49", rectangle(116, 18, 24, 40) if index == 0 else _ray(45 * index))
    yield sun
    letter = rectangle(32, 66, 192, 128)
    flap = polygon((32, 66), (224, 66), (128, 146))
    yield Drawing("letter", "icon").add("#457b9d", letter).add("#1d3557", flap)
    tick = polygon((72, 130), (96, 106), (116, 126), (164, 78), (188, 102), (116, 174))
    yield (
        Drawing("tick", "icon", "#ffffff")
        .add("#2b9348", circle(128, 128, 104))
        .add("#ffffff", tick)
    )
    bars = Drawing("bars", "icon", "#ffffff").add("#4361ee", rounded(40, 130, 44, 90, 8))
    yield bars.add("#3a0ca3", rounded(106, 84, 44, 136, 8)).add(
        "#f72585", rounded(172, 40, 44, 180, 8)
    )
    badge = Drawing("badge", "icon", "#f8f4e3").add("#0a3d2e", circle(128, 128, 108))
    badge.add("#d4af37", ring(128, 128, 98, 93)).add("#ffffff", star(128, 100, 44, 18, 5))
    yield badge.add("#d4af37", text("NORTH", 74, 182, 34, "STIXGeneralBol"))
    shield = "M128 26L216 56L216 126C216 178 180 214 128 232C76 214 40 178 40 126L40 56Z"
    half = "M128 26L216 56L216 126C216 178 180 214 128 232Z"
    yield Drawing("shield", "icon").add("#9a031e", shield).add("#5f0f40", half)
    play = polygon((104, 78), (184, 128), (104, 178))
    yield (
        Drawing("play", "icon", "#e5e5e5")
        .add("#fb5607", rounded(36, 36, 184, 184, 44))
        .add("#ffffff", play)
    )


def _ray(turn: float) -> str:
    along, across = radians(turn - 90), radians(turn)
    ends = [(70, -12), (110, -12), (110, 12), (70, 12)]
    return polygon(
        *(
            (
                128 + far * cos(along) + wide * cos(across),
                128 + far * sin(along) + wide * sin(across),
            )
            for far, wide in ends
        )
    )


def _clear() -> Iterator[Drawing]:
    yield Drawing("clear star", "clear", "").add("#e63946", star(128, 130, 100, 45, 6, 3))
    logo = Drawing("clear logo", "clear", "").add("#0a9396", ring(86, 128, 66, 40))
    yield logo.add("#ee9b00", text("ab", 160, 152, 80, "cmss10"))
    yield Drawing("glass disc", "clear", "").add("#1d4ed8", circle(128, 128, 92), opacity=0.85)
    yield Drawing("clear bar", "clear", "").add(
        "#333333", rounded(30, 96, 196, 64, 32), opacity=0.5
    )
