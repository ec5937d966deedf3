"""Random texts for the training pictures: names, brands, prices, dates, addresses, small print."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random


def _list(text: str) -> list[str]:
    return text.split(", ")


_SYLLABLES = _list(
    "al, an, ar, au, ba, be, bi, bo, bra, ca, ce, chi, co, cor, da, de, di, do, dra, el, en, er, fa, "
    "fi, flo, fo, ga, ge, gra, ha, he, hy, in, io, ka, ki, ko, la, le, li, lo, lu, ma, me, mi, mo, na, "
    "ne, ni, no, nu, o, or, pa, pe, phi, po, pra, pro, qua, ra, re, ri, ro, sa, se, si, so, sol, sta, "
    "ta, te, ti, to, tra, tri, u, va, ve, vi, vo, wa, we, xe, ya, ze, zi, zo"
)
_ENDINGS = _list("a, o, ex, ix, on, um, ia, io, ly, fy, er, ix, is, us, ta, no, ra, go, co")
_TRADES = _list(
    "Bakery, Brewing, Builders, Café, Capital, Clinic, Coffee, Consulting, Dental, Design, Digital, "
    "Dynamics, Electric, Energy, Farms, Films, Foods, Foundation, Freight, Furniture, Garage, Group, "
    "Health, Hotel, Imports, Industries, Insurance, Interiors, Kitchen, Labs, Logistics, Marine, Media, "
    "Motors, Music, Optics, Outdoor, Partners, Pharma, Pizza, Plumbing, Press, Properties, Records, "
    "Roasters, School, Security, Services, Software, Solar, Solutions, Sports, Steel, Studio, Supply, "
    "Systems, Tailors, Tech, Textiles, Tools, Toys, Trading, Travel, University, Ventures, Vineyards, "
    "Watches, Wines, Works, Yoga"
)
_LEGAL = _list(
    "GmbH, Inc., Ltd., LLC, S.A., AG, & Co., & Sons, Corp., PLC, BV, AB, S.r.l., Pty Ltd, Oy, KG"
)
_PHRASES = _list(
    "quality parts, all rights reserved, made in Italy, since then, family owned, printed on recycled "
    "paper, fine goods, open daily, free delivery, trade mark, established, hand made, net weight, best "
    "before, keep dry, terms apply, patent pending, no added sugar, member of the group, official "
    "partner, registered office, limited edition, serving suggestion, 100% natural, please recycle, "
    "batteries not included, shake well, certified organic, not for resale, store in a cool place"
)
_STREETS = _list(
    "Street, Road, Avenue, Lane, Square, Drive, Way, Court, straße, weg, Boulevard, Quay"
)
_MONTHS = _list("Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec")
_DOMAINS = _list("com, org, net, de, fr, it, es, co.uk, io, eu, shop, ch, pl, at")


def name(rng: Random) -> str:
    """Invent a name of one to three syllables and an ending."""
    stem = "".join(rng.choice(_SYLLABLES) for _ in range(rng.choice((1, 2, 2, 2, 3))))
    return (stem + rng.choice(_ENDINGS)).capitalize()


def brand(rng: Random, words: Sequence[str]) -> str:
    """Invent a brand: initials, or a name or word alone or with a trade, partner, legal form or suffix."""
    word = rng.choice(words).capitalize() if rng.random() < 0.4 else name(rng)
    form = rng.random()
    if form < 0.35:
        text = word
    elif form < 0.6:
        text = f"{word} {rng.choice(_TRADES)}"
    elif form < 0.7:
        text = f"{word} & {name(rng)}"
    elif form < 0.8:
        text = f"{word} {rng.choice(_LEGAL)}"
    elif form < 0.87:
        text = "".join(rng.choice("ABCDEFGHIJKLMNOPRSTUVWXZ") for _ in range(rng.randint(2, 4)))
    else:
        text = f"{word}{rng.choice(('24', '360', '7', '.' + rng.choice(_DOMAINS), '+', '!', '-X'))}"
    return recase(rng, text)


def recase(rng: Random, text: str) -> str:
    """Put the text in upper case (35 %) or lower case (15 %), or leave it as it is."""
    draw = rng.random()
    return text.upper() if draw < 0.35 else text.lower() if draw < 0.5 else text


def price(rng: Random) -> str:
    """Make a price, a percentage, a quantity or a number."""
    whole, cents = (
        rng.randint(1, 1999),
        rng.choice(("99", "50", "00", "95", f"{rng.randint(0, 99):02}")),
    )
    return rng.choice(
        (
            f"${whole}.{cents}", f"{whole},{cents} €", f"£{whole}.{cents}", f"-{rng.randint(5, 90)}%",
            f"{rng.randint(1, 100)}%", f"{whole} kg", f"{rng.randint(10, 999)} ml", f"CHF {whole}.-",
            f"{whole:,}", f"{rng.randint(1, 9)}.{rng.randint(0, 9)}/5", f"No. {whole}",
            f"x{rng.randint(2, 9)}",
        )
    )  # fmt: skip


def date(rng: Random) -> str:
    """Make a date, a year or opening hours."""
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(1887, 2029)
    clock = f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}"
    return rng.choice(
        (
            f"{day:02}.{month:02}.{year}", f"{year}-{month:02}-{day:02}", f"est. {year}",
            f"{day} {_MONTHS[month - 1]} {year}", f"{month}/{day}/{year % 100:02}", f"since {year}",
            f"{clock} - {rng.randint(10, 23)}:30", f"EST. {year}", f"© {year}", f"Mon-Fri {clock}",
        )
    )  # fmt: skip


def address(rng: Random) -> str:
    """Make a street or postal address, a telephone or VAT number, an e-mail or web address."""
    street = f"{name(rng)} {rng.choice(_STREETS)}"
    number, code = rng.randint(1, 299), rng.randint(10000, 99999)
    host = f"{name(rng).lower()}.{rng.choice(_DOMAINS)}"
    return rng.choice(
        (
            f"{number} {street}", f"{street} {number}, {code} {name(rng)}", f"{code} {name(rng)}",
            f"Tel. +{rng.randint(1, 99)} {rng.randint(10, 999)} {rng.randint(100000, 9999999)}",
            f"({rng.randint(200, 999)}) {rng.randint(200, 999)}-{rng.randint(1000, 9999)}",
            f"www.{host}", f"info@{host}", f"https://{host}/{name(rng).lower()}",
            f"VAT {rng.randint(10**8, 10**9 - 1)}", f"P.O. Box {number}, {name(rng)}",
        )
    )  # fmt: skip


def details(rng: Random, words: Sequence[str]) -> str:
    """Make one detail of small print: a price, a date, an address or a phrase."""
    text = rng.choice((price, date, address, address, lambda draw: draw.choice(_PHRASES)))(rng)
    return text.upper() if rng.random() < 0.25 else text


def sentence(rng: Random, words: Sequence[str], least: int = 3, most: int = 9) -> str:
    """Make a sentence of ``least`` to ``most`` words, some replaced by numbers or followed by punctuation."""
    parts = []
    for _ in range(rng.randint(least, most)):
        word = rng.choice(words)
        draw = rng.random()
        if draw < 0.08:
            word = str(rng.randint(0, 2999))
        elif draw < 0.18:
            word += rng.choice((",", ",", ".", ":", ";", "!", "?"))
        elif draw < 0.22:
            word = f"({word})"
        parts.append(word)
    text = " ".join(parts)
    return text[0].upper() + text[1:]


def small_print(rng: Random, words: Sequence[str]) -> str:
    """Make a line of small print, as under a logo or on the back of a package."""
    parts = [
        rng.choice(
            (
                lambda: rng.choice(_PHRASES),
                lambda: date(rng),
                lambda: address(rng),
                lambda: price(rng),
                lambda: sentence(rng, words, 2, 4),
            )
        )()
        for _ in range(rng.choice((1, 1, 2)))
    ]
    return rng.choice((" - ", ", ", " / ", " | ", " · ")).join(parts)


def line(rng: Random, words: Sequence[str]) -> str:
    """Make one line of Latin text of any sort."""
    draw = rng.random()
    if draw < 0.3:
        return brand(rng, words)
    if draw < 0.55:
        return recase(rng, sentence(rng, words, 1, 5))
    if draw < 0.8:
        return small_print(rng, words)
    return rng.choice((price, date, address))(rng)
