"""The sources of the training corpus: fonts, icons, the split, and excluded sources."""

from __future__ import annotations

import json
import os
import struct
from pathlib import Path
from random import Random

import pytest

from models.training.corpus import fetch, pack_format, sources, typefaces
from models.training.corpus.sources import Sources
from models.training.corpus.typefaces import read_characters, read_typeface
from tests.models.training.corpus.fake_sources import (
    built_in_font,
    rename,
    write_icon_set,
    write_sources,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_sources(tmp_path / "sources")


class TestTypefaces:
    def test_knows_the_characters_of_the_built_in_font(self, tmp_path: Path) -> None:
        (tmp_path / "aileron.ttf").write_bytes(built_in_font())
        aileron = read_typeface(tmp_path / "aileron.ttf")
        assert aileron is not None
        assert aileron.family == "Aileron"
        assert aileron.scripts == {"latin"}
        assert aileron.can_write("Hello, 42!")
        assert not aileron.can_write("привет")

    def test_a_font_without_figures_still_has_letters(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "aileron.ttf").write_bytes(built_in_font())
        monkeypatch.setitem(typefaces.SCRIPTS, "latin", "A☃")
        aileron = read_typeface(tmp_path / "aileron.ttf")
        assert aileron is not None
        assert aileron.scripts == {"letters"}

    @pytest.mark.parametrize(
        ("table", "expected"),
        [
            (struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, 0x1F600, 0x1F602, 5), range(128512, 128515)),
            # Glyph 0 means "missing": the first code point of this group has no glyph.
            (struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, 65, 67, 0), range(66, 68)),
            (
                struct.pack(
                    ">7H2HH2H2H2H", 4, 32, 0, 4, 4, 1, 0, 67, 0xFFFF, 0, 65, 0xFFFF, 1, 1, 0, 0
                ),
                range(65, 68),
            ),
        ],
        ids=["format 12", "format 12 from glyph 0", "format 4"],
    )
    def test_reads_a_hand_made_map(self, tmp_path: Path, table: bytes, expected: range) -> None:
        header = b"\0\1\0\0" + struct.pack(">4H", 1, 0, 0, 0)
        entry = b"cmap" + struct.pack(">III", 0, 28, 12 + len(table))
        path = tmp_path / "made.ttf"
        path.write_bytes(header + entry + struct.pack(">HHHHI", 0, 1, 3, 10, 12) + table)
        assert read_characters(path) == set(expected)

    def test_a_damaged_font_is_no_typeface(self, tmp_path: Path) -> None:
        path = tmp_path / "cut.ttf"
        path.write_bytes(built_in_font()[:300])
        assert read_typeface(path) is None


class TestSources:
    def test_needs_a_font(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="fetch the sources first"):
            Sources(tmp_path, "train")

    def test_knows_two_splits(self, folder: Path) -> None:
        with pytest.raises(ValueError, match="train, validation"):
            Sources(folder, "test")

    def test_share_alike_sets_and_excluded_brands_are_absent(self, folder: Path) -> None:
        square = '<path d="M2 2h20v20H2z"/>'
        names = [
            "acme",
            "google",
            "Google-Maps",
            "php_storm",
            "symfony-dark",
            "antarctica",
            "elephant",
        ]
        write_icon_set(folder, "logos", dict.fromkeys(names, square))
        for name in sources.SHARE_ALIKE_SETS:
            write_icon_set(folder, name, {"acme": square})
        found = Sources(folder, "train").icons
        assert {icon.name for icon in found["logos"]} <= {"acme", "elephant"}
        assert found["logos"]
        assert not sources.SHARE_ALIKE_SETS & set(found)

    def test_the_excluded_brands_are_listed(self) -> None:
        assert {"php", "google", "symfony"} <= set(sources.excluded_brands())
        assert sources.is_excluded("Google_Cloud", sources.excluded_brands())

    def test_hidden_icons_are_skipped(self, folder: Path) -> None:
        write_icon_set(folder, "logos", {"acme": "<g/>", "olden": "<g/>"})
        path = folder / "npm/node_modules/@iconify-json/logos/icons.json"
        listing = json.loads(path.read_text())
        listing["icons"]["olden"]["hidden"] = True
        path.write_text(json.dumps(listing))
        assert [icon.name for icon in Sources(folder, "train").icons["logos"]] == ["acme"]

    def test_families_of_icons_are_on_one_side_only(self, folder: Path) -> None:
        names = [f"{stem}{number}-{style}" for stem in ("owl", "fox") for number in range(200)
                 for style in ("outline", "fill")]  # fmt: skip
        write_icon_set(folder, "mdi", dict.fromkeys(names, "<g/>"))
        write_icon_set(folder, "skill-icons", dict.fromkeys(names, "<g/>"))
        train, validation = (Sources(folder, split).icons for split in pack_format.SPLITS)
        families = [
            {sources.icon_family(icon.name) for icon in split["mdi"]}
            for split in (train, validation)
        ]
        assert not families[0] & families[1]
        assert 0.01 < len(families[1]) / 400 < 0.12
        assert len(train["mdi"]) + len(validation["mdi"]) == len(names)
        # Training uses no icon of a held-out set, whatever its name.
        assert "skill-icons" not in train
        assert len(validation["skill-icons"]) == len(names)

    def test_families_of_fonts_are_on_one_side_only(self, folder: Path) -> None:
        train, validation = (Sources(folder, split).fonts for split in pack_format.SPLITS)
        assert set(train["latin"]) == {"Aileron"}
        assert set(validation["latin"]) == {"Kestrel"}

    def test_small_print_is_set_in_families_of_four_styles(self, folder: Path) -> None:
        fonts = folder / "fonts/usr/share/fonts"
        for style in range(4):
            (fonts / f"osprey{style}.ttf").write_bytes(rename(built_in_font(), "Osprey "))
        found = Sources(folder, "train")
        assert {found.pick_text_font(Random(seed)).family for seed in range(20)} == {"Osprey "}

    def test_without_such_a_family_any_will_do(self, folder: Path) -> None:
        assert Sources(folder, "train").pick_text_font(Random(1)).family == "Aileron"

    def test_scripts_added_later_are_for_training_alone(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(typefaces.SCRIPTS, "tamil", "ABC")
        assert "tamil" in Sources(folder, "train").fonts
        assert "tamil" not in Sources(folder, "validation").fonts

    def test_a_variant_of_a_trained_font_is_no_validation(self, folder: Path) -> None:
        fonts = folder / "fonts/usr/share/fonts"
        # The first is held out by its own name, but shares "Owl a" with the second.
        names = ("Owl a r", "Owl a a")
        assert [sources.is_held_out(sources.font_design(name)) for name in names] == [True, False]
        for name in names:
            (fonts / f"{name}.ttf").write_bytes(rename(built_in_font(), name))
        train, validation = (Sources(folder, split).fonts for split in pack_format.SPLITS)
        assert set(train["latin"]) == {"Aileron", names[1]}
        assert set(validation["latin"]) == {"Kestrel"}

    @pytest.mark.parametrize(
        ("one", "other"),
        [("Barlow", "Barlow Semi Bold"), ("Arimo", "Liberation Sans"), ("Lato", "Carlito")],
    )
    def test_one_design_is_on_one_side_only(self, one: str, other: str) -> None:
        assert sources.font_design(one) == sources.font_design(other)

    def test_the_split_never_changes(self) -> None:
        """Checkpoints were trained on this split: a change invalidates every published number."""
        held_out = [name for name in (f"family{n}" for n in range(60)) if sources.is_held_out(name)]
        assert held_out == ["family3", "family19", "family48"]


class TestFetch:
    def test_elsewhere_than_on_debian_it_says_so(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", os.fspath(tmp_path))
        with pytest.raises(fetch.FetchError, match="no npm and no apt-get"):
            fetch.fetch(tmp_path / "new")
        assert not (tmp_path / "new").exists()

    def test_the_lists_are_pinned_and_allowed(self) -> None:
        packages = fetch.read_listing("npm-packages.txt")
        assert len(packages) > 90
        assert all(package.rpartition("@")[0] for package in packages)
        assert "fonts-lato" in fetch.read_listing("debian-font-packages.txt")
