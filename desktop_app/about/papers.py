"""The papers that "About this AI" names, with their links and citations."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A link to a paper or its code: ``url``, and a short ``title`` to display."""

    title: str
    url: str


@dataclass(frozen=True)
class Paper:
    """A paper; the text ``paper-<key>.md`` explains it.

    Args:
        key: Key of its text.
        name: Name of the method: "FeatSharp".
        title: Title of the paper.
        authors: All authors, as displayed.
        venue: Where it was published: "ICCV".
        year: Year of publication.
        links: The paper first, then its code if published.
        bibtex: BibTeX entry.
    """

    key: str
    name: str
    title: str
    authors: str
    venue: str
    year: int
    links: tuple[Link, ...]
    bibtex: str


PAPERS: tuple[Paper, ...] = (
    Paper(
        key="mimo-unet",
        name="MIMO-UNet+",
        title="Rethinking Coarse-To-Fine Approach in Single Image Deblurring",
        authors="Sung-Jin Cho, Seo-Won Ji, Jun-Pyo Hong, Seung-Won Jung, Sung-Jea Ko",
        venue="ICCV",
        year=2021,
        links=(
            Link(
                "openaccess.thecvf.com",
                "https://openaccess.thecvf.com/content/ICCV2021/papers/"
                "Cho_Rethinking_Coarse-To-Fine_Approach_in_Single_Image_Deblurring_ICCV_2021_paper.pdf",
            ),
            Link("github.com/chosj95/MIMO-UNet", "https://github.com/chosj95/MIMO-UNet"),
        ),
        bibtex="""\
@inproceedings{cho2021rethinking,
  title     = {Rethinking Coarse-To-Fine Approach in Single Image Deblurring},
  author    = {Cho, Sung-Jin and Ji, Seo-Won and Hong, Jun-Pyo and Jung, Seung-Won and Ko, Sung-Jea},
  booktitle = {Proceedings of the IEEE/CVF International Conference on Computer Vision (ICCV)},
  year      = {2021}
}
""",
    ),
    Paper(
        key="featsharp",
        name="FeatSharp",
        title="FeatSharp: Your Vision Model Features, Sharper",
        authors="Mike Ranzinger, Greg Heinrich, Pavlo Molchanov, Jan Kautz, Bryan Catanzaro, Andrew Tao",
        venue="arXiv",
        year=2025,
        links=(Link("arXiv 2502.16025v1", "https://arxiv.org/abs/2502.16025v1"),),
        bibtex="""\
@misc{ranzinger2025featsharp,
  title         = {{FeatSharp}: Your Vision Model Features, Sharper},
  author        = {Ranzinger, Mike and Heinrich, Greg and Molchanov, Pavlo and Kautz, Jan and
                   Catanzaro, Bryan and Tao, Andrew},
  year          = {2025},
  eprint        = {2502.16025v1},
  archivePrefix = {arXiv}
}
""",
    ),
    Paper(
        key="pouf",
        name="POUF",
        title="POUF: Prompt-oriented unsupervised fine-tuning for large pre-trained models",
        authors="Korawat Tanwisuth, Shujian Zhang, Huangjie Zheng, Pengcheng He, Mingyuan Zhou",
        venue="ICML",
        year=2023,
        links=(
            Link("arXiv 2305.00350v1", "https://arxiv.org/abs/2305.00350v1"),
            Link("github.com/korawat-tanwisuth/pouf", "https://github.com/korawat-tanwisuth/pouf"),
        ),
        bibtex="""\
@inproceedings{tanwisuth2023pouf,
  title         = {{POUF}: Prompt-oriented unsupervised fine-tuning for large pre-trained models},
  author        = {Tanwisuth, Korawat and Zhang, Shujian and Zheng, Huangjie and He, Pengcheng and
                   Zhou, Mingyuan},
  booktitle     = {Proceedings of the 40th International Conference on Machine Learning (ICML)},
  year          = {2023},
  eprint        = {2305.00350v1},
  archivePrefix = {arXiv}
}
""",
    ),
    Paper(
        key="cof",
        name="CoF",
        title="CoF: Coarse to Fine-Grained Image Understanding for Multi-modal Large Language Models",
        authors="Yeyuan Wang, Dehong Gao, Bin Li, Rujiao Long, Lei Yi, Xiaoyan Cai, Libin Yang, "
        "Jinxia Zhang, Shanqing Yu, Qi Xuan",
        venue="arXiv",
        year=2024,
        links=(
            Link("arXiv 2412.16869v1", "https://arxiv.org/abs/2412.16869v1"),
            Link("github.com/gavin001201/cof", "https://github.com/gavin001201/cof"),
        ),
        bibtex="""\
@misc{wang2024cof,
  title         = {{CoF}: Coarse to Fine-Grained Image Understanding for Multi-modal Large Language Models},
  author        = {Wang, Yeyuan and Gao, Dehong and Li, Bin and Long, Rujiao and Yi, Lei and
                   Cai, Xiaoyan and Yang, Libin and Zhang, Jinxia and Yu, Shanqing and Xuan, Qi},
  year          = {2024},
  eprint        = {2412.16869v1},
  archivePrefix = {arXiv}
}
""",
    ),
)
"""All papers, in the order shown; only the first one's method sharpens pictures."""
