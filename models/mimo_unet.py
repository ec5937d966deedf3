"""MIMO-UNet, a multi-input multi-output U-Net that deblurs a picture in one pass.

Cho et al., "Rethinking Coarse-To-Fine Approach in Single Image Deblurring", ICCV 2021. Written from the
paper; the names of the modules follow the published checkpoints, so that those load key for key.

The network reads the picture at three scales (multi-input), joins them in one U-Net, and returns a sharpened
picture at three scales (multi-output), each as a residual added to its input. ``unshuffle=2`` is this
project's variant for enlarged pictures: space-to-depth before the network and depth-to-space after it, at
each scale.
"""

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

DOWNSAMPLING = 4  # of the quarter scale; after space-to-depth the sides must be multiples of this


class Conv(nn.Module):
    """A convolution, or a transposed one that doubles both sides, followed by a ReLU unless ``is_linear``."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel: int,
        *,
        stride: int = 1,
        is_linear: bool = False,
        is_transposed: bool = False,
    ) -> None:
        super().__init__()
        layer: nn.Module
        if is_transposed:
            layer = nn.ConvTranspose2d(in_channels, out_channels, kernel, stride, kernel // 2 - 1)
        else:
            layer = nn.Conv2d(in_channels, out_channels, kernel, stride, kernel // 2)
        self.main = nn.Sequential(layer) if is_linear else nn.Sequential(layer, nn.ReLU(True))

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, C_in, H, W) to (B, C_out, H', W')."""
        y: Tensor = self.main(x)
        return y


class ResidualBlock(nn.Module):
    """Two 3×3 convolutions added to their input; no normalisation, nothing after the sum."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.main = nn.Sequential(
            Conv(channels, channels, 3), Conv(channels, channels, 3, is_linear=True)
        )

    def forward(self, x: Tensor) -> Tensor:
        """Refine (B, C, H, W)."""
        y: Tensor = self.main(x)
        return y + x


class Stage(nn.Module):
    """``num_blocks`` residual blocks: one encoder or decoder stage."""

    def __init__(self, channels: int, num_blocks: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(*(ResidualBlock(channels) for _ in range(num_blocks)))

    def forward(self, x: Tensor) -> Tensor:
        """Refine (B, C, H, W)."""
        y: Tensor = self.layers(x)
        return y


class ShallowConvolution(nn.Module):
    """SCM: extracts ``channels`` features from a reduced input picture, keeping the picture among them."""

    def __init__(self, channels: int, image_channels: int) -> None:
        super().__init__()
        self.main = nn.Sequential(
            Conv(image_channels, channels // 4, 3),
            Conv(channels // 4, channels // 2, 1),
            Conv(channels // 2, channels // 2, 3),
            Conv(channels // 2, channels - image_channels, 1),
        )
        self.conv = Conv(channels, channels, 1, is_linear=True)

    def forward(self, image: Tensor) -> Tensor:
        """Map a picture (B, image_channels, H, W) to features (B, channels, H, W)."""
        features: Tensor = self.conv(torch.cat([image, self.main(image)], dim=1))
        return features


class FeatureAttention(nn.Module):
    """FAM: uses the features of a reduced input to emphasise or suppress those from the scale above."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.merge = Conv(channels, channels, 3, is_linear=True)

    def forward(self, x: Tensor, scm: Tensor) -> Tensor:
        """Fuse two (B, C, H, W) into one."""
        y: Tensor = self.merge(x * scm)
        return x + y


class AsymmetricFusion(nn.Module):
    """AFF: fuses the encoder features of all three scales for one decoder stage."""

    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            Conv(in_channels, out_channels, 1), Conv(out_channels, out_channels, 3, is_linear=True)
        )

    def forward(self, full: Tensor, half: Tensor, quarter: Tensor) -> Tensor:
        """Fuse features that have been resized to one scale, (B, C_i, H, W) each, to (B, C_out, H, W)."""
        y: Tensor = self.conv(torch.cat([full, half, quarter], dim=1))
        return y


class MimoUNet(nn.Module):
    """MIMO-UNet of any depth and width, with or without space-to-depth.

    ``MimoUNet(8)`` is the paper's MIMO-UNet (6,807,171 parameters), ``MimoUNet(20)`` its MIMO-UNet+
    (16,107,651). Beware of the numbers in the published names: 1 is the quarter scale in ``FAM1`` and
    ``SCM1``, but the half scale in ``AFFs.1``.

    Args:
        num_blocks: Residual blocks per stage.
        base_channels: Channels at full scale; the half and quarter scales have 2 and 4 times as many.
        unshuffle: Factor of the space-to-depth at each scale; 1 is the network of the paper.
        dropout: Probability of channel dropout after both fusions, in training only.

    Raises:
        ValueError: ``num_blocks`` or ``unshuffle`` is below 1.
        ValueError: ``base_channels`` is not a multiple of 4, or too small for the channels of the picture.
        ValueError: ``dropout`` is not in [0, 1).

    Source:
        Cho et al., ICCV 2021, section 3.
    """

    def __init__(
        self,
        num_blocks: int = 8,
        base_channels: int = 32,
        unshuffle: int = 1,
        *,
        dropout: float = 0.0,
    ) -> None:
        super().__init__()
        image_channels = 3 * unshuffle**2
        if num_blocks < 1 or unshuffle < 1:
            raise ValueError(f"num_blocks and unshuffle count from 1: {num_blocks}, {unshuffle}")
        if base_channels % 4 or 2 * base_channels <= image_channels:
            raise ValueError(
                f"base_channels must be a multiple of 4 above {image_channels // 2}: {base_channels}"
            )
        if not 0 <= dropout < 1:
            raise ValueError(f"dropout must be in [0, 1): {dropout}")
        self.num_blocks = num_blocks
        self.base_channels = base_channels
        self.unshuffle = unshuffle
        full, half, quarter = base_channels, 2 * base_channels, 4 * base_channels
        every = full + half + quarter

        self.Encoder = nn.ModuleList(Stage(c, num_blocks) for c in (full, half, quarter))
        self.feat_extract = nn.ModuleList(
            [
                Conv(image_channels, full, 3),
                Conv(full, half, 3, stride=2),
                Conv(half, quarter, 3, stride=2),
                Conv(quarter, half, 4, stride=2, is_transposed=True),
                Conv(half, full, 4, stride=2, is_transposed=True),
                Conv(full, image_channels, 3, is_linear=True),
            ]
        )
        self.Decoder = nn.ModuleList(Stage(c, num_blocks) for c in (quarter, half, full))
        self.Convs = nn.ModuleList([Conv(quarter, half, 1), Conv(half, full, 1)])
        self.ConvsOut = nn.ModuleList(
            [
                Conv(quarter, image_channels, 3, is_linear=True),
                Conv(half, image_channels, 3, is_linear=True),
            ]
        )
        self.AFFs = nn.ModuleList([AsymmetricFusion(every, full), AsymmetricFusion(every, half)])
        self.FAM1 = FeatureAttention(quarter)
        self.SCM1 = ShallowConvolution(quarter, image_channels)
        self.FAM2 = FeatureAttention(half)
        self.SCM2 = ShallowConvolution(half, image_channels)
        self.drop = nn.Dropout2d(dropout)

    @property
    def size_multiple(self) -> int:
        """What both sides of the input must be multiples of, in pixels."""
        return DOWNSAMPLING * self.unshuffle

    def initialise_as_identity(self) -> None:
        """Set the three output convolutions to zero, so that the network returns its input unchanged."""
        for output in (*self.ConvsOut, self.feat_extract[5]):
            for parameter in output.parameters():
                nn.init.zeros_(parameter)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Sharpen a batch of pictures at three scales.

        Args:
            image: sRGB-encoded values in [0, 1], shape (B, 3, H, W); H and W are multiples of
                ``size_multiple``. It may be more precise than the weights: the residual is computed in the
                dtype of the weights and added in that of the image.

        Returns:
            The sharpened pictures at a quarter, a half and the full side, not clamped: (B, 3, H/4, W/4),
            (B, 3, H/2, W/2), (B, 3, H, W); dtype and device of ``image``.

        Raises:
            ValueError: ``image`` is empty or not (B, 3, H, W).
            ValueError: Its sides are not multiples of ``size_multiple``.
        """
        multiple = self.size_multiple
        if image.ndim != 4 or image.shape[1] != 3 or not image.numel():
            raise ValueError(f"expected (B, 3, H, W), got {tuple(image.shape)}")
        if image.shape[2] % multiple or image.shape[3] % multiple:
            raise ValueError(f"H and W must divide by {multiple}: {tuple(image.shape)}")
        # In the shape comments, H and W are the sides after space-to-depth and C is base_channels.
        inputs = [image, image[..., ::2, ::2], image[..., ::4, ::4]]
        x, x_half, x_quarter = (self._unshuffle_input(scale) for scale in inputs)

        full = self.Encoder[0](self.feat_extract[0](x))  # (B, C, H, W)
        z = self.FAM2(self.feat_extract[1](full), self.SCM2(x_half))
        half = self.Encoder[1](z)  # (B, 2C, H/2, W/2)
        z = self.FAM1(self.feat_extract[2](half), self.SCM1(x_quarter))
        quarter = self.Encoder[2](z)  # (B, 4C, H/4, W/4)

        quarter_at_half = _upsample_nearest(quarter)
        skip_half = self.AFFs[1](full[..., ::2, ::2], half, quarter_at_half)
        skip_full = self.AFFs[0](full, _upsample_nearest(half), _upsample_nearest(quarter_at_half))
        skip_half, skip_full = self.drop(skip_half), self.drop(skip_full)

        z = self.Decoder[0](quarter)
        residual_quarter = self.ConvsOut[0](z)
        z = self.Convs[0](torch.cat([self.feat_extract[3](z), skip_half], dim=1))
        z = self.Decoder[1](z)
        residual_half = self.ConvsOut[1](z)
        z = self.Convs[1](torch.cat([self.feat_extract[4](z), skip_full], dim=1))
        z = self.Decoder[2](z)
        residual_full = self.feat_extract[5](z)

        residuals = (residual_quarter, residual_half, residual_full)
        quarter_out, half_out, full_out = self._add_residuals(residuals, inputs[::-1])
        return quarter_out, half_out, full_out

    def _unshuffle_input(self, image: Tensor) -> Tensor:
        dtype = next(self.parameters()).dtype
        return _pixel_unshuffle(image.to(dtype), self.unshuffle)

    def _add_residuals(self, residuals: Sequence[Tensor], images: Sequence[Tensor]) -> list[Tensor]:
        return [
            image + _pixel_shuffle(residual, self.unshuffle).to(image.dtype)
            for residual, image in zip(residuals, images, strict=True)
        ]


def _pixel_unshuffle(image: Tensor, factor: int) -> Tensor:
    return image if factor == 1 else F.pixel_unshuffle(image, factor)


def _pixel_shuffle(image: Tensor, factor: int) -> Tensor:
    return image if factor == 1 else F.pixel_shuffle(image, factor)


def _upsample_nearest(features: Tensor) -> Tensor:
    """Enlarge (B, C, H, W) to (B, C, 2H, 2W) with nearest neighbours."""
    return F.interpolate(features, scale_factor=2, mode="nearest")
