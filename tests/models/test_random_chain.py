"""The chain of damage as a whole: what is drawn how often, and that it can be repeated."""

from collections import Counter

import numpy as np
import numpy.typing as npt
import pytest

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.training import degradation as d
from tests.models.graphics import graphic, impulse

Picture = npt.NDArray[np.float32]


def run_chains(seed: int, *, is_hard: bool) -> None:
    """Draw 1,500 chains and take all their steps."""
    target, rng = impulse(), np.random.default_rng(seed)
    for _ in range(1500):
        chain = d.random_chain(rng, is_hard=is_hard)
        for step in (*chain.before, *chain.after):
            step(target)


def test_a_chain_is_repeatable_and_ends_with_the_programs_enlarger() -> None:
    from models.enlarge import enlarge

    target = graphic()
    for seed in range(20):
        chain = d.random_chain(np.random.default_rng(seed), is_text=True)
        np.testing.assert_array_equal(chain(target), enlarge(chain.source(target), 2))
        again = d.random_chain(np.random.default_rng(seed), is_text=True)
        np.testing.assert_array_equal(chain(target), again(target))


def test_every_branch_is_drawn_at_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of ``models/training/README.md``, counted over 2,000 chains of text."""
    drawn: Counter[str] = Counter()

    def count(name: str) -> None:
        def note(image: Picture, *args: object, **options: object) -> Picture:
            drawn[name] += 1
            drawn.update(f"{name} {value}" for value in args if isinstance(value, str))
            drawn.update(f"{name} {key}" for key, value in options.items() if value is True)
            return image

        monkeypatch.setattr(d, name, note)

    for name in ("blur_gaussian", "blur_disc", "blur_motion", "blur_box", "rescale", "ring", "halo",
                 "subpixel_text", "add_noise", "palette", "compress", "compress_twice"):  # fmt: skip
        count(name)
    total, rng = 2000, np.random.default_rng(7)
    for _ in range(total):
        chain = d.random_chain(rng, is_text=True)
        drawn[chain.reducer] += 1
        drawn["linear light"] += chain.is_linear_light
        for step in (*chain.before, *chain.after):
            step(impulse())
    damaged = 1 - d.SIMPLE_SHARE
    codecs = damaged + d.SIMPLE_SHARE / 2
    palettes = (0.08 + 0.92 * 0.15) * damaged
    shares = {
        "blur_gaussian": 0.45, "blur_disc": 0.15, "blur_motion": 0.10, "blur_box": 0.05,
        "rescale": 0.20, "area": 0.25, "bicubic": 0.30, "lanczos": 0.17, "bilinear": 0.28,
        "linear light": 0.2, "subpixel_text": 0.15, "subpixel_text is_bgr": 0.03,
        "halo": 0.20 * damaged, "ring": 0.08 * damaged, "add_noise": 0.25 * damaged,
        "add_noise is_grey": 0.1 * damaged, "palette": palettes,
        "palette is_dithered": 0.92 * 0.075 * damaged, "palette is_turned": 0.92 * 0.0375 * damaged,
        "compress JPEG": 0.45 * codecs, "compress WEBP": 0.15 * codecs,
        "compress_twice": 0.12 * codecs,
    }  # fmt: skip
    for name, share in shares.items():
        # Four standard deviations of what 2,000 draws give.
        margin = 4 * np.sqrt(share * (1 - share) / total)
        assert drawn[name] / total == pytest.approx(share, abs=margin), name


def test_what_gains_least_is_drawn_more_often_in_training(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: Counter[str] = Counter()

    def note_motion(image: Picture, length: float, angle: float) -> Picture:
        drawn["motion"] += 1
        return image

    def note_palette(image: Picture, colours: int, **options: bool) -> Picture:
        drawn["few colours"] += not options  # a palette of any size says whether it is dithered
        return image

    def note_codec(image: Picture, codec: str, quality: int, **options: bool) -> Picture:
        drawn["codec"] += 1
        drawn["bad codec"] += quality <= d.BAD_QUALITY
        return image

    monkeypatch.setattr(d, "blur_motion", note_motion)
    monkeypatch.setattr(d, "palette", note_palette)
    monkeypatch.setattr(d, "compress", note_codec)
    monkeypatch.setattr(d, "SIMPLE_SHARE", 0.0)
    shares = {}
    for is_hard in (False, True):
        drawn.clear()
        run_chains(3, is_hard=is_hard)
        shares[is_hard] = (
            drawn["motion"] / 1500,
            drawn["few colours"] / 1500,
            drawn["bad codec"] / drawn["codec"],
        )
    # Of the qualities 20 to 95, 26 are bad.
    assert shares[False] == pytest.approx((10 / 100, 0.08, 26 / 76), abs=0.06)
    assert shares[True] == pytest.approx((20 / 110, 0.15, 0.5 + 0.5 * 26 / 76), abs=0.06)


def test_heavy_blur_and_bad_codecs_alone_are_drawn_more_often_in_training(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sigmas: list[float] = []
    qualities: list[int] = []

    def note_blur(image: Picture, sigma: float, **options: float) -> Picture:
        sigmas.append(sigma)
        return image

    def note_codec(image: Picture, codec: str, quality: int, **options: bool) -> Picture:
        qualities.append(quality)
        return image

    monkeypatch.setattr(d, "blur_gaussian", note_blur)
    monkeypatch.setattr(d, "compress", note_codec)
    monkeypatch.setattr(d, "compress_twice", lambda image, *_: image)
    monkeypatch.setattr(d, "SIMPLE_SHARE", 1.0)
    shares = {}
    for is_hard in (False, True):
        sigmas.clear()
        qualities.clear()
        run_chains(4, is_hard=is_hard)
        is_heavy, is_bad = np.array(sigmas) > 2.5, np.array(qualities) < 70
        shares[is_hard] = (is_heavy.mean(), is_bad.sum() / 1500)
    assert shares[False] == pytest.approx((0.1, 0), abs=0.04)
    # Those of 20 to 45, half, and of 20 to 95, half, in a JPEG or WebP (60 of 100) in 35 of 100 chains.
    assert shares[True] == pytest.approx((0.25, 0.35 * 0.6 * (0.5 + 0.5 * 50 / 76)), abs=0.04)


def test_some_pictures_keep_their_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        d, "random_chain", lambda rng, is_text, is_halved, is_hard: d.Chain(is_halved=is_halved)
    )
    target, rng = graphic(32), np.random.default_rng(0)
    enlarged = d.Chain()(target)
    made = [d.degrade(target, rng) for _ in range(1000)]
    kept = sum(np.array_equal(picture, target) for picture in made)
    # Without a chain's damage these are the sharp ones and those of their own size.
    assert kept / 1000 == pytest.approx(d.SHARP_SHARE + d.OWN_SIZE_SHARE, abs=0.05)
    assert kept + sum(np.array_equal(picture, enlarged) for picture in made) == 1000
    photos = [d.degrade(target, rng, is_soft=True) for _ in range(1000)]
    kept = sum(np.array_equal(picture, target) for picture in photos)
    assert kept / 1000 == pytest.approx(d.SOFT_SHARP_SHARE, abs=0.06)


def test_some_pictures_stay_as_they_are() -> None:
    target = graphic()
    rng = np.random.default_rng(0)
    same = sum(np.array_equal(d.degrade(target, rng), target) for _ in range(300))
    assert 18 <= same <= 50  # 11 % of 300


def test_what_keeps_its_size_gets_no_halos(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def note(image: d.Picture, name: str) -> d.Picture:
        drawn.append(name)
        return image

    for name in ("halo", "ring", "add_noise"):
        monkeypatch.setattr(d, name, lambda image, *_, name=name, **__: note(image, name))
    target = graphic(16)
    for is_halved in (False, True):
        for seed in range(200):
            d.random_chain(np.random.default_rng(seed), is_halved=is_halved)(target)
        assert drawn.count("add_noise") > 10
        assert ("halo" in drawn) == ("ring" in drawn) == is_halved
        drawn.clear()
