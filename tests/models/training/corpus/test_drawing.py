"""Drawing of sharp targets: exact coverage at edges, and the positions of text and icons."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from models.training.corpus.drawing import DrawingError, Pen, Sheet, draw_icon, gradient, text_mask
from models.training.corpus.sources import Icon
from models.training.corpus.typefaces import Typeface
from tests.models.training.corpus.fake_sources import built_in_typeface


@pytest.fixture
def aileron(tmp_path: Path) -> Typeface:
    return built_in_typeface(tmp_path)


class TestSheet:
    @pytest.mark.parametrize("scale", [4, 8])
    @pytest.mark.parametrize("edge", [2.0, 2.25, 2.5, 2.75])
    def test_an_edge_has_its_coverage(self, scale: int, edge: float) -> None:
        sheet = Sheet(6, 6, scale, (0, 0, 0))
        sheet.rectangle((edge, 1, 5, 4.5), (255, 255, 255))
        pixels = sheet.finish()
        assert pixels.shape == (6, 6, 3)
        assert pixels[2, 2, 0] == round(255 * (3 - edge))
        assert pixels[2, 1].max() == 0
        assert pixels[2, 3:5].min() == 255
        assert pixels[2, 5].max() == 0
        assert pixels[4, 3, 0] == round(255 * 0.5)

    def test_a_circle_stays_where_it_was_drawn(self) -> None:
        sheet = Sheet(24, 24, 8, (0, 0, 0))
        sheet.ellipse((5, 8, 15, 18), (255, 255, 255))
        light = sheet.finish()[..., 0].astype(float)
        y, x = (np.mgrid[0:24, 0:24] + 0.5).reshape(2, -1) @ light.ravel() / light.sum()
        assert (x, y) == pytest.approx((10, 13), abs=0.01)
        assert light.sum() / 255 == pytest.approx(np.pi * 25, rel=0.02)

    def test_snapped_edges_are_whole(self) -> None:
        sheet = Sheet(8, 8, 4, (0, 0, 0), snap=True)
        sheet.rectangle((1.3, 1.7, 4.6, 1.9), (255, 255, 255))
        assert set(np.unique(sheet.finish())) == {0, 255}

    def test_needs_a_size(self) -> None:
        with pytest.raises(ValueError, match="cannot be drawn"):
            Sheet(0, 8, 4, (0, 0, 0))

    def test_capitals_are_as_tall_as_asked(self, aileron: Typeface) -> None:
        mask, above = text_mask("HIH", Pen(aileron, 20), 8)
        assert mask.height == pytest.approx(160, abs=3)
        assert above == pytest.approx(mask.height, abs=1)

    def test_tracking_sets_letters_apart(self, aileron: Typeface) -> None:
        close, _ = text_mask("HHHH", Pen(aileron, 20), 8)
        wide, _ = text_mask("HHHH", Pen(aileron, 20, tracking=0.5), 8)
        assert wide.width - close.width == pytest.approx(3 * 0.5 * 160, abs=4)

    def test_never_draws_the_empty_box(self, aileron: Typeface) -> None:
        with pytest.raises(DrawingError, match="cannot write"):
            text_mask("привет", Pen(aileron, 20), 4)

    def test_the_box_of_a_line_holds_all_its_ink(self, aileron: Typeface) -> None:
        sheet = Sheet(100, 40, 8, (255, 255, 255))
        left, top, right, bottom = sheet.write("Agfy", Pen(aileron, 12.5), 7.25, 25.0, (0, 0, 0))
        ys, xs = np.nonzero(sheet.finish()[..., 0] < 250)
        assert (left, right) == pytest.approx((xs.min(), xs.max() + 1), abs=1)
        assert (top, bottom) == pytest.approx((ys.min(), ys.max() + 1), abs=1)
        assert bottom > 25 > top + 12

    def test_a_gradient_has_known_directions(self) -> None:
        pixels = np.asarray(gradient((0, 0, 0), (200, 100, 0), "across"))
        assert pixels[0, 0].tolist() == [0, 0, 0]
        assert pixels[5, -1].tolist() == [200, 100, 0]
        with pytest.raises(ValueError, match="diagonal"):
            gradient((0, 0, 0), (1, 1, 1), "upwards")


class TestIcons:
    @pytest.fixture(autouse=True)
    def renderer(self) -> None:
        pytest.importorskip("resvg", reason="resvg, of the train extra, is not installed")

    def icon(self, body: str, attributes: str = 'viewBox="0 0 24 24"') -> Icon:
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{body}</svg>'
        return Icon("made", "square", svg, is_plain=True)

    @pytest.mark.parametrize("attributes", ['viewBox="0 0 24 24"', 'width="24px" height="24"'])
    def test_is_rendered_at_its_size_and_cut_to_its_ink(self, attributes: str) -> None:
        body = '<path fill="#f00" d="M6 6h12v6H6z"/>'
        picture = draw_icon(self.icon(body, attributes), 240)
        assert (picture.mode, picture.size) == ("RGBA", (120, 60))
        assert picture.getpixel((60, 30)) == (255, 0, 0, 255)

    def test_takes_another_colour(self) -> None:
        picture = draw_icon(self.icon('<path d="M2 2h20v20H2z"/>'), 240, (0, 90, 200))
        assert picture.getpixel((100, 100)) == (0, 90, 200, 255)

    @pytest.mark.parametrize("svg", ["", "no svg", "<svg viewBox='0 0 0 0'/>", "<svg>"])
    def test_what_is_malformed_is_refused(self, svg: str) -> None:
        with pytest.raises(DrawingError):
            draw_icon(Icon("made", "bad", svg, is_plain=True), 100)

    def test_what_is_empty_is_refused(self) -> None:
        with pytest.raises(DrawingError, match="is empty"):
            draw_icon(self.icon("<g/>"), 100)
