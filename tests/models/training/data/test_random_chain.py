"""Random chains of degradation: how often each part is drawn, and that chains are repeatable."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pytest

pytest.importorskip("scipy", reason="the training extra is not installed")

from models.training.data import chains as c
from models.training.data.degradation import Chain
from tests.models.graphics import graphic, impulse

Picture = npt.NDArray[np.float32]


def run(chain: Chain) -> None:
    """Take all steps of a chain."""
    for step in (*chain.before, *chain.after):
        step(impulse())


def run_chains(seed: int, mix: c.Mix) -> None:
    """Draw 1,500 chains and take all their steps."""
    rng = np.random.default_rng(seed)
    for _ in range(1500):
        run(c.random_chain(rng, mix))


class Steps:
    """Counts the steps of a chain without carrying them out."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: list[str] = []  # of those since ``begin``
        self.lengths: list[float] = []
        self.sigmas: list[float] = []
        self.qualities: list[int] = []
        self.factors: list[float] = []
        for name in ("blur_disc", "blur_box", "rescale", "ring", "halo", "subpixel_text",
                     "add_noise", "palette"):  # fmt: skip
            monkeypatch.setattr(c, name, self._note(name))
        monkeypatch.setattr(c, "blur_gaussian", self._note("blur_gaussian", self.sigmas))
        monkeypatch.setattr(c, "blur_motion", self._note("blur_motion", self.lengths))
        monkeypatch.setattr(c, "reenlarge", self._note("reenlarge", self.factors))
        monkeypatch.setattr(c, "compress", self._codec)
        monkeypatch.setattr(c, "compress_twice", self._codec_twice)

    def take(self, chain: Chain) -> list[str]:
        """Take all steps of a chain and return their names."""
        self.names.clear()
        for values in (self.lengths, self.sigmas, self.qualities, self.factors):
            values.clear()
        run(chain)
        return self.names

    def _note(self, name: str, values: list[float] | None = None) -> Callable[..., Picture]:
        def step(image: Picture, *args: float, **options: object) -> Picture:
            self.names.append(name)
            if values is not None:
                values.append(args[0])
            return image

        return step

    def _codec(self, image: Picture, codec: str, quality: int, **options: bool) -> Picture:
        self.names.append("codec")
        self.qualities.append(quality)
        return image

    def _codec_twice(
        self, image: Picture, qualities: tuple[int, int], shift: tuple[int, int]
    ) -> Picture:
        self.names.append("codec")
        self.qualities.extend(qualities)
        return image


def test_a_chain_is_repeatable_and_ends_with_the_programs_enlarger() -> None:
    from models.enlarge import enlarge

    target = graphic()
    for seed in range(20):
        chain = c.random_chain(np.random.default_rng(seed), is_text=True)
        np.testing.assert_array_equal(chain(target), enlarge(chain.source(target), 2))
        again = c.random_chain(np.random.default_rng(seed), is_text=True)
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

        monkeypatch.setattr(c, name, note)

    for name in ("blur_gaussian", "blur_disc", "blur_motion", "blur_box", "rescale", "ring", "halo",
                 "subpixel_text", "add_noise", "palette", "compress", "compress_twice"):  # fmt: skip
        count(name)
    total, rng = 2000, np.random.default_rng(7)
    for _ in range(total):
        chain = c.random_chain(rng, is_text=True)
        drawn[chain.reducer] += 1
        drawn["linear light"] += chain.is_linear_light
        run(chain)
    damaged = 1 - c.SIMPLE_SHARE
    codecs = damaged + c.SIMPLE_SHARE / 2
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

    def note_noise(image: Picture, *_: object, **__: object) -> Picture:
        drawn["noise"] += 1
        return image

    def note_palette(image: Picture, colours: int, **options: bool) -> Picture:
        drawn["few colours"] += not options  # a palette of any size says whether it is dithered
        return image

    def note_codec(image: Picture, codec: str, quality: int, **options: bool) -> Picture:
        drawn["codec"] += 1
        drawn["bad codec"] += quality <= c.BAD_QUALITY
        return image

    monkeypatch.setattr(c, "add_noise", note_noise)
    monkeypatch.setattr(c, "palette", note_palette)
    monkeypatch.setattr(c, "compress", note_codec)
    monkeypatch.setattr(c, "SIMPLE_SHARE", 0.0)
    shares = {}
    for mix in (c.EVALUATION_MIX, replace(c.TRAINING_MIX, limits_codec_after_wide_blur=False)):
        drawn.clear()
        run_chains(3, mix)
        shares[mix is c.EVALUATION_MIX] = (
            drawn["noise"] / 1500,
            drawn["few colours"] / 1500,
            drawn["bad codec"] / drawn["codec"],
        )
    # Of the qualities 20 to 95, 26 are bad.
    assert shares[True] == pytest.approx((0.25, 0.08, 26 / 76), abs=0.06)
    assert shares[False] == pytest.approx((0.35, 0.15, 0.5 + 0.5 * 26 / 76), abs=0.06)


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

    monkeypatch.setattr(c, "blur_gaussian", note_blur)
    monkeypatch.setattr(c, "compress", note_codec)
    monkeypatch.setattr(c, "compress_twice", lambda image, *_: image)
    monkeypatch.setattr(c, "SIMPLE_SHARE", 1.0)
    shares = {}
    for mix in (c.EVALUATION_MIX, replace(c.TRAINING_MIX, limits_codec_after_wide_blur=False)):
        sigmas.clear()
        qualities.clear()
        run_chains(4, mix)
        is_heavy, is_bad = np.array(sigmas) > 2.5, np.array(qualities) < 70
        shares[mix is c.EVALUATION_MIX] = (is_heavy.mean(), is_bad.sum() / 1500)
    assert shares[True] == pytest.approx((0.1, 0), abs=0.04)
    # Those of 20 to 45, half, and of 20 to 95, half, in a JPEG or WebP (60 of 100) in 35 of 100 chains.
    assert shares[False] == pytest.approx((0.25, 0.35 * 0.6 * (0.5 + 0.5 * 50 / 76)), abs=0.04)


def test_training_has_no_bad_codec_after_wide_blur(monkeypatch: pytest.MonkeyPatch) -> None:
    steps, rng = Steps(monkeypatch), np.random.default_rng(6)
    hopeless = {True: 0, False: 0}
    for mix in (c.EVALUATION_MIX, c.TRAINING_MIX):
        for _ in range(3000):
            steps.take(c.random_chain(rng, mix))
            is_wide = max(steps.sigmas, default=0) > c.WIDE_SIGMA
            is_bad = min(steps.qualities, default=100) < c.MIN_QUALITY
            hopeless[mix is c.TRAINING_MIX] += is_wide and is_bad
    assert hopeless[False] > 3
    assert hopeless[True] == 0


def test_a_palette_is_mostly_the_last_thing_that_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """GIF and PNG-8 files have never seen a codec."""
    steps, rng = Steps(monkeypatch), np.random.default_rng(8)
    for mix, without in ((c.EVALUATION_MIX, 0.28), (c.TRAINING_MIX, 0.8 + 0.2 * 0.28)):
        last = [
            names[-1]
            for _ in range(3000)
            if "palette" in (names := steps.take(c.random_chain(rng, mix)).copy())
        ]
        assert last.count("palette") / len(last) == pytest.approx(without, abs=0.08)


def test_motion_is_mostly_found_in_lossless_files(monkeypatch: pytest.MonkeyPatch) -> None:
    steps, rng = Steps(monkeypatch), np.random.default_rng(9)
    lossless = good = 0
    lengths: list[float] = []
    for _ in range(1000):
        names = steps.take(c.draw_chain("motion", rng))
        assert names.count("blur_motion") == 1
        lengths += steps.lengths
        others = {*names} - {"blur_motion", "blur_gaussian", "rescale"}
        lossless += not others
        good += others == {"codec"} and min(steps.qualities) >= 40
    assert (min(lengths), max(lengths)) == pytest.approx((3, 16), abs=0.2)
    # and by chance some more in the last third
    assert 0.43 < lossless / 1000 < 0.6
    assert lossless + good > 2 / 3 * 1000


def test_a_picture_is_re_enlarged_by_a_factor_of_up_to_five(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steps, rng = Steps(monkeypatch), np.random.default_rng(10)
    factors: list[float] = []
    codecs = 0
    for _ in range(600):
        names = steps.take(c.draw_chain("re-enlarged", rng))
        factors += steps.factors
        codecs += names[-1] == "codec"
        assert min(steps.qualities, default=100) >= c.MIN_QUALITY
    assert len(factors) == 600
    assert (min(factors), max(factors)) == pytest.approx((0.2, 0.7), abs=0.02)
    assert np.mean(factors) == pytest.approx(0.7 - 0.5 / 3, abs=0.03)
    assert codecs / 600 == pytest.approx(0.72, abs=0.08)


def test_undamaged_sources_are_halved_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    steps, rng = Steps(monkeypatch), np.random.default_rng(11)
    for _ in range(200):
        chain = c.draw_chain("undamaged", rng)
        assert {*steps.take(chain)} <= {"rescale"}  # a part of two-stage reduction
        assert chain.is_halved
        assert steps.take(c.draw_chain("light blur", rng))[0] == "blur_gaussian"
        assert steps.take(c.draw_chain("codec", rng))[-1] == "codec"
        assert steps.take(c.draw_chain("good codec", rng)) == ["codec"]
        assert min(steps.qualities) >= 40


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="called 'rain'"):
        c.draw_chain("rain", np.random.default_rng(0))


@pytest.mark.parametrize("shares", [c.SHARES, c.SOFT_SHARES, c.THIN_SHARES])
def test_kinds_are_drawn_at_their_shares(shares: c.Shares, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: Counter[str] = Counter()

    def draw(kind: str, rng: np.random.Generator, *, is_text: bool) -> Chain:
        drawn[kind] += 1
        return Chain(is_halved=kind != "own size")

    monkeypatch.setattr(c, "draw_chain", draw)
    target, rng = graphic(32), np.random.default_rng(0)
    enlarged = Chain()(target)
    made = [c.degrade(target, rng, shares) for _ in range(1000)]
    kept = sum(np.array_equal(picture, target) for picture in made)
    # Without a chain's damage these are the sharp ones and those of their own size.
    assert kept == 1000 - drawn.total() + drawn["own size"]
    assert kept + sum(np.array_equal(picture, enlarged) for picture in made) == 1000
    drawn["sharp"] = 1000 - drawn.total()
    assert sum(shares.values()) == 100
    for kind, share in shares.items():
        assert drawn[kind] / 1000 == pytest.approx(share / 100, abs=0.06), kind
    assert {*drawn} == {*shares}


def test_some_pictures_stay_as_they_are() -> None:
    target = graphic()
    rng = np.random.default_rng(0)
    same = sum(np.array_equal(c.degrade(target, rng), target) for _ in range(300))
    assert 16 <= same <= 48  # 10 % of 300


def test_what_keeps_its_size_gets_no_halos(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def note(image: Picture, name: str) -> Picture:
        drawn.append(name)
        return image

    for name in ("halo", "ring", "add_noise"):
        monkeypatch.setattr(c, name, lambda image, *_, name=name, **__: note(image, name))
    target = graphic(16)
    for is_halved in (False, True):
        for seed in range(200):
            c.random_chain(np.random.default_rng(seed), is_halved=is_halved)(target)
        assert drawn.count("add_noise") > 10
        assert ("halo" in drawn) == ("ring" in drawn) == is_halved
        drawn.clear()
