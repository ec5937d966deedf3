"""The texts of the diagram: titles of boxes, columns and rows, and a short explanation of each box."""

from desktop_app.about.diagram_layout import DiagramPart
from desktop_app.i18n.formatting import translate


def box_title(part: DiagramPart, scale: int) -> str:
    """Return the title of a box.

    Args:
        part: The box.
        scale: Factor by which the picture is enlarged: 1, 2 or 4.
    """
    titles = {
        DiagramPart.INPUT: translate("about", "Input"),
        DiagramPart.ENLARGED: translate("about", "Enlarge {scale}×").format(scale=scale),
        DiagramPart.INPUT_1: translate("about", "Full-size input"),
        DiagramPart.INPUT_2: translate("about", "Half-size input"),
        DiagramPart.INPUT_4: translate("about", "Quarter-size input"),
        DiagramPart.ENCODER_1: translate("about", "Encoder 1"),
        DiagramPart.ENCODER_2: translate("about", "Encoder 2"),
        DiagramPart.ENCODER_4: translate("about", "Encoder 3"),
        DiagramPart.FUSION_1: translate("about", "Fusion for decoder 3"),
        DiagramPart.FUSION_2: translate("about", "Fusion for decoder 2"),
        DiagramPart.DECODER_4: translate("about", "Decoder 1"),
        DiagramPart.DECODER_2: translate("about", "Decoder 2"),
        DiagramPart.DECODER_1: translate("about", "Decoder 3"),
        DiagramPart.RESIDUAL_4: translate("about", "Quarter-size residual"),
        DiagramPart.RESIDUAL_2: translate("about", "Half-size residual"),
        DiagramPart.RESIDUAL_1: translate("about", "Full-size residual"),
        DiagramPart.OUTPUT_4: translate("about", "Quarter-size output"),
        DiagramPart.OUTPUT_2: translate("about", "Half-size output"),
        DiagramPart.OUTPUT_1: translate("about", "Full-size output"),
        DiagramPart.TILES: translate("about", "Join tiles"),
        DiagramPart.OUTPUT: translate("about", "Output"),
    }
    return titles[part]


def column_names() -> tuple[str, ...]:
    """Return the headings of the network's columns."""
    return (
        translate("about", "Inputs"),
        translate("about", "Encoders"),
        translate("about", "Fusion"),
        translate("about", "Decoders"),
        translate("about", "Residuals"),
        translate("about", "Outputs"),
    )


def row_names() -> tuple[str, ...]:
    """Return the short names of the network's rows: full, half and quarter scale."""
    return ("1:1", "1:2", "1:4")


def all_flat_text() -> str:
    """Explain why nothing of a picture went through the network."""
    return translate(
        "about",
        "Every place of your picture is so flat that sharpening would hardly change anything. So nothing "
        "went through the network: the result is the enlarged picture.",
    )


def box_text(part: DiagramPart, scale: int, num_blocks: int | None, gain: int) -> str:
    """Explain what happens in a box.

    Args:
        part: The box.
        scale: Factor by which the picture is enlarged: 1, 2 or 4.
        num_blocks: Residual blocks per stage; None if not known yet.
        gain: Factor by which the shown residual was amplified; 1 for none.
    """
    if part in (DiagramPart.INPUT, DiagramPart.ENLARGED, DiagramPart.TILES, DiagramPart.OUTPUT):
        return _outer_text(part, scale)
    if part in (DiagramPart.ENCODER_1, DiagramPart.ENCODER_2, DiagramPart.ENCODER_4):
        return f"{_encoder(part)}{_blocks(num_blocks)} {_colours()}"
    if part in (DiagramPart.DECODER_1, DiagramPart.DECODER_2, DiagramPart.DECODER_4):
        return f"{_decoder(part)}{_blocks(num_blocks)} {_colours()}"
    if part in (DiagramPart.FUSION_1, DiagramPart.FUSION_2):
        words = translate(
            "about",
            "Asymmetric feature fusion (AFF) brings the features of all three encoders to one size and "
            "mixes them, so that this decoder sees fine and coarse at once.",
        )
        return f"{words} {_colours()}"
    if part in (DiagramPart.RESIDUAL_1, DiagramPart.RESIDUAL_2, DiagramPart.RESIDUAL_4):
        words = translate(
            "about",
            "The correction that the network computes and adds to its input of this size: grey is nothing, "
            "lighter is more light, darker is less.",
        )
        amplified = translate("about", "Shown {gain}× as strong as it is.").format(gain=gain)
        return f"{words} {amplified}" if gain > 1 else words
    return _picture(part)


def _outer_text(part: DiagramPart, scale: int) -> str:
    if part is DiagramPart.INPUT:
        return translate("about", "Your picture, as it was read from its file.")
    if part is DiagramPart.ENLARGED and scale == 1:
        return translate("about", "At 1× the picture keeps its size and is only sharpened.")
    if part is DiagramPart.ENLARGED and scale == 4:
        return translate(
            "about",
            "Bicubic interpolation makes more pixels, but no more detail. At 4× the picture is enlarged and "
            "sharpened twice, by 2× each time; the network below is shown in its first pass.",
        )
    if part is DiagramPart.ENLARGED:
        return translate(
            "about",
            "Bicubic interpolation makes more pixels, but no more detail: the picture is as blurred as "
            "before, only larger. This is what the network reads.",
        )
    if part is DiagramPart.TILES:
        return translate(
            "about",
            "The network works on overlapping tiles, so that memory suffices for any picture. Their edges "
            "are blended.",
        )
    return translate("about", "The restored picture, as it is shown, copied and exported.")


def _encoder(part: DiagramPart) -> str:
    if part is DiagramPart.ENCODER_1:
        return translate(
            "about", "Turns the full-size input into features: many numbers for each place."
        )
    return translate(
        "about",
        "Brings the features from above to half the size and lets those of the reduced input emphasise "
        "or suppress them (FAM).",
    )


def _decoder(part: DiagramPart) -> str:
    if part is DiagramPart.DECODER_4:
        return translate(
            "about", "Starts at the coarsest size, from what the deepest encoder gives it."
        )
    return translate(
        "about",
        "Brings the features from below to twice the size and joins them with the fused ones.",
    )


def _blocks(count: int | None) -> str:
    if count is None:
        return ""
    words = translate("about", "{count} residual blocks of two convolutions each refine them.")
    return " " + words.format(count=count)


def _colours() -> str:
    return translate("about", "Similar colours stand for similar features.")


def _picture(part: DiagramPart) -> str:
    words = {
        DiagramPart.INPUT_1: translate("about", "The enlarged picture, pixel for pixel."),
        DiagramPart.INPUT_2: translate("about", "Every second pixel of it, across and down."),
        DiagramPart.INPUT_4: translate("about", "Every fourth pixel of it, across and down."),
        DiagramPart.OUTPUT_4: translate(
            "about",
            "Quarter-size input plus residual. It guides the network in training; the result does not "
            "use it.",
        ),
        DiagramPart.OUTPUT_2: translate(
            "about",
            "Half-size input plus residual. It guides the network in training; the result does not use it.",
        ),
        DiagramPart.OUTPUT_1: translate(
            "about",
            "Full-size input plus residual. With “Steady” it is averaged with the answer to the negative; "
            "that becomes the result, tile by tile.",
        ),
    }
    return words[part]
