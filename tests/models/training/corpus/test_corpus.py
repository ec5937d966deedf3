"""The training corpus: scenes, packs, rendering, with one built-in font and hand-made icons."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PIL import Image

from models.training.corpus import cli, pack_format, scenes
from models.training.corpus.drawing import DrawingError
from models.training.corpus.pack_format import KINDS, Corpus, PackWriter, Target
from models.training.corpus.rendering import render
from models.training.corpus.sources import Sources
from tests.models.training.corpus.fake_sources import write_icon_set, write_sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_sources(tmp_path / "sources")


class TestScenes:
    @pytest.fixture
    def artist(self, folder: Path) -> scenes.Artist:
        return scenes.Artist(Sources(folder, "train"))

    def test_a_picture_depends_on_seed_and_index_only(self, artist: scenes.Artist) -> None:
        first = artist.draw(1, 4)
        for index in (0, 9):
            artist.draw(1, index)
        assert np.array_equal(artist.draw(1, 4).pixels, first.pixels)
        assert not np.array_equal(artist.draw(2, 4).pixels, first.pixels)
        assert not np.array_equal(artist.draw(1, 5).pixels, first.pixels)

    def test_pictures_are_of_one_size_and_never_empty(self, artist: scenes.Artist) -> None:
        for index in range(12):
            target = artist.draw(8, index)
            assert target.pixels.shape == (256, 256, 3)
            assert target.pixels.dtype == np.uint8
            assert target.pixels.std() > 2
            assert target.kind in KINDS

    def test_a_single_line_for_validation_is_all_there_is(self, folder: Path) -> None:
        artist = scenes.Artist(Sources(folder, "validation"))
        seen = 0
        for index in range(20):
            try:
                target = artist.single_line(Random(index))
            except DrawingError:
                continue
            assert target.text
            assert target.box is not None
            left, top, right, bottom = target.box
            assert 0 <= left < right <= 256
            assert 0 <= top < bottom <= 256
            rest = target.pixels.astype(int)
            rest[int(top) : int(np.ceil(bottom)), int(left) : int(np.ceil(right))] = rest[0, 0]
            # Paper may have a gradient, so it changes, but never abruptly.
            assert np.abs(np.diff(rest, axis=1)).max() < 60
            seen += 1
        assert seen > 5

    def test_small_print_fills_an_imprint_with_figures(self, artist: scenes.Artist) -> None:
        target = artist.fine_print(Random(3))
        assert target.kind == "small-print"
        # Lines go from edge to edge, so neither half of the picture is empty.
        halves = (
            *np.array_split(target.pixels, 2, axis=0),
            *np.array_split(target.pixels, 2, axis=1),
        )
        assert min(half.std() for half in halves) > 5

    def test_imprints_are_for_training_alone(self, folder: Path) -> None:
        for split, is_drawn in (("train", True), ("validation", False)):
            artist = scenes.Artist(Sources(folder, split))
            share = dict(zip(artist._scenes, artist._weights, strict=True))
            assert (share[artist.fine_print] > 0) == is_drawn

    @pytest.mark.slow
    def test_all_kinds_are_drawn(self, folder: Path) -> None:
        pytest.importorskip("resvg", reason="resvg, of the train extra, is not installed")
        body = '<circle cx="12" cy="12" r="11" fill="#08c"/><path d="M8 8h8v8H8z" fill="#fff"/>'
        write_icon_set(folder, "logos", {"acme": body, "globex": body})
        artist = scenes.Artist(Sources(folder, "train"))
        drawn = [artist.draw(3, index).kind for index in range(40)]
        assert set(drawn) == set(KINDS) - {"photo"}


def pack_of(directory: Path, count: int = 3) -> list[Target]:
    """Write ``count`` noisy pictures and return them."""
    rng = np.random.default_rng(4)
    targets = [
        Target(
            rng.integers(0, 256, (20 + index, 30, 3), dtype=np.uint8),
            KINDS[index % len(KINDS)],
            "naïve 8" if index == 1 else "",
            (1.25, 2.0, 9.5, 8.0) if index == 1 else None,
            f"family {index}",
        )
        for index in range(count)
    ]
    with PackWriter(directory, {"seed": 1}) as pack:
        for target in targets:
            pack.append(target, pack_format.encode(target.pixels))
    return targets


def assert_same(one: Target, other: Target) -> None:
    assert np.array_equal(one.pixels, other.pixels)
    assert (one.kind, one.text, one.box, one.source) == (
        other.kind, other.text, other.box, other.source,
    )  # fmt: skip


class TestPack:
    def test_round_trip(self, tmp_path: Path) -> None:
        targets = pack_of(tmp_path)
        read = Corpus(tmp_path)
        assert len(read) == 3
        assert read.kinds() == [target.kind for target in targets]
        for index in (2, 0, 1):
            assert_same(read[index], targets[index])
        assert_same(read[-1], targets[2])
        assert len(list(read)) == 3

    def test_travels_to_a_worker_process(self, tmp_path: Path) -> None:
        targets = pack_of(tmp_path)
        read = Corpus(tmp_path)
        assert_same(read[0], targets[0])
        assert_same(pickle.loads(pickle.dumps(read))[1], targets[1])

    def test_there_is_no_picture_beyond_the_end(self, tmp_path: Path) -> None:
        pack_of(tmp_path)
        with pytest.raises(IndexError, match="holds 3 pictures"):
            Corpus(tmp_path)[3]

    def test_what_is_no_pack_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="holds no pack"):
            Corpus(tmp_path)
        (tmp_path / "index.json").write_text('{"format": 99}')
        with pytest.raises(ValueError, match="another format"):
            Corpus(tmp_path)

    def test_what_a_crash_left_half_written_is_dropped(self, tmp_path: Path) -> None:
        targets = pack_of(tmp_path)
        with (tmp_path / "pictures.bin").open("ab") as file:
            file.write(b"half a picture")
        with PackWriter(tmp_path, {"seed": 1}) as pack:
            assert len(pack) == 3
            pack.append(targets[0], pack_format.encode(targets[0].pixels))
        read = Corpus(tmp_path)
        assert_same(read[3], targets[0])
        assert_same(read[2], targets[2])

    def test_a_pack_of_another_recipe_is_not_continued(self, tmp_path: Path) -> None:
        pack_of(tmp_path)
        with pytest.raises(ValueError, match="holds a pack of"):
            PackWriter(tmp_path, {"seed": 2})

    def test_pictures_of_an_older_recipe_are_not_mixed_with_new_ones(
        self, folder: Path, tmp_path: Path
    ) -> None:
        with PackWriter(tmp_path / "old", {"seed": 3, "split": "train"}):
            pass
        with pytest.raises(ValueError, match="delete it or name another folder"):
            next(render(folder, tmp_path / "old", 1, "train", 3, workers=0))

    def test_contact_sheet(self, tmp_path: Path) -> None:
        targets = pack_of(tmp_path)
        sheet = pack_format.contact_sheet(Corpus(tmp_path), [0, 1, 2], columns=2)
        assert sheet.size == (2 * 34, 2 * 34)
        assert np.array_equal(np.asarray(sheet)[:21, 34:64], targets[1].pixels)


class TestRender:
    @pytest.fixture
    def finished(self, folder: Path, tmp_path: Path) -> Corpus:
        assert list(render(folder, tmp_path / "all", 6, "train", 3, workers=0)) == [*range(1, 7)]
        return Corpus(tmp_path / "all")

    def test_a_larger_pack_starts_with_the_smaller_one(
        self, folder: Path, tmp_path: Path, finished: Corpus
    ) -> None:
        list(render(folder, tmp_path / "grown", 2, "train", 3, workers=0))
        assert list(render(folder, tmp_path / "grown", 6, "train", 3, workers=0)) == [
            3,
            4,
            5,
            6,
        ]
        grown = Corpus(tmp_path / "grown")
        for one, other in zip(grown, finished, strict=True):
            assert_same(one, other)

    def test_an_interrupted_run_goes_on(
        self, folder: Path, tmp_path: Path, finished: Corpus
    ) -> None:
        running = render(folder, tmp_path / "cut", 6, "train", 3, workers=0)
        assert isinstance(running, Iterator)
        assert [next(running), next(running), next(running)] == [1, 2, 3]
        del running  # closes the generator, as Ctrl+C does
        list(render(folder, tmp_path / "cut", 6, "train", 3, workers=0))
        for one, other in zip(Corpus(tmp_path / "cut"), finished, strict=True):
            assert_same(one, other)

    def test_processes_draw_the_same(self, folder: Path, tmp_path: Path, finished: Corpus) -> None:
        list(render(folder, tmp_path / "far", 6, "train", 3, workers=1))
        for one, other in zip(Corpus(tmp_path / "far"), finished, strict=True):
            assert_same(one, other)

    def test_an_unknown_split_is_refused(self, folder: Path, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="train, validation"):
            next(render(folder, tmp_path / "no", 1, "test", 1))


class TestCommandLine:
    def test_renders_and_shows(
        self, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        pack, picture = tmp_path / "pack", tmp_path / "sheet.png"
        cli.main(
            ["render", "--sources", str(folder), "--out", str(pack), "--count", "4",
             "--workers", "0"]
        )  # fmt: skip
        printed = capsys.readouterr().out
        assert any(kind in printed for kind in KINDS)
        cli.main(["sheet", str(pack), str(picture), "--columns", "2"])
        with Image.open(picture) as sheet:
            assert sheet.size == (520, 520)

    def test_says_in_one_sentence_what_is_wrong(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit) as stopped:
            cli.main(["sheet", str(tmp_path), "sheet.png"])
        assert stopped.value.code == 1
        assert "holds no pack" in capsys.readouterr().err
