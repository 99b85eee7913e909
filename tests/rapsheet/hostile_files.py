"""Files that want to do harm, made in memory: each with what may become of it (codes, or READ)."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pikepdf

from tests.rapsheet.sheet_files import (
    drawn,
    one_page,
    pages_tree,
    pdf_of,
    saved,
    scanned_pdf,
    stream,
    text_content,
    text_pdf,
)

READ = "read"
_OPEN_OR_NOT = frozenset({READ, "broken"})
_HEAVY = frozenset({READ, "broken", "too_slow", "too_much_memory", "too_large"})
Builder = Callable[[], bytes]
HOSTILE: dict[str, tuple[Builder, frozenset[str]]] = {}
"""By what the file is."""


def _hostile(name: str, *may: str | frozenset[str]) -> Callable[[Builder], Builder]:
    allowed = frozenset[str]().union(*(one if isinstance(one, frozenset) else {one} for one in may))

    def keep(builder: Builder) -> Builder:
        HOSTILE[name] = (builder, allowed)
        return builder

    return keep


def bomb(unit: bytes, *, megabytes: int, layers: int = 1) -> bytes:
    """Return a unit over and over, compressed; it is never whole in memory."""
    packer = zlib.compressobj(9)
    block = unit * (1_000_000 // len(unit))
    start = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = start + again * (megabytes - 1) + packer.flush()
    for _layer in range(layers - 1):
        packed = zlib.compress(packed, 9)
    return packed


def _bombed(unit: bytes, *, megabytes: int, layers: int = 1) -> bytes:
    filters = b"/Filter[" + b"/FlateDecode " * layers + b"]"
    return stream(bomb(unit, megabytes=megabytes, layers=layers), extra=filters)


def _image(entries: bytes, content: bytes = b"", *, others: dict[int, bytes] | None = None) -> bytes:
    """Return a file whose one page shows one image, with the entries that the image has."""
    image = stream(content, extra=b"/Type/XObject/Subtype/Image " + entries)
    return one_page(
        b"q 612 0 0 792 0 0 cm /I Do Q",
        resources=b"/XObject<</I 5 0 R>>",
        others={5: image, **(others or {})},
    )


# What is no sheet at all


@_hostile("no bytes", "empty")
def _no_bytes() -> bytes:
    return b""


for _name, _begins in {
    "a program": b"MZ\x90\x00",
    "a program of Linux": b"\x7fELF\x02\x01\x01",
    "a script": b"#!/bin/sh\nrm -rf /\n",
    "a web page": b"<!doctype html><script>alert(1)</script>",
    "a drawing": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "a GIF": b"GIF89a\x01\x00\x01\x00",
    "a TIFF": b"II*\x00\x08\x00\x00\x00",
    "a WebP": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    "an HEIC of a phone": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
    "a BMP": b"BM\x00\x00\x00\x00",
    "PostScript": b"%!PS-Adobe-3.0\n{ } loop\n",
    "half of the name of a PDF": b"%PD",
    "zeros": b"\x00" * 4096,
}.items():
    HOSTILE[_name] = (lambda content=_begins: content + b"\x00" * 64, frozenset({"wrong_type"}))  # type: ignore[misc]


@_hostile("a ZIP", "wrong_type")
def _zip(before: bytes = b"") -> bytes:
    opened = io.BytesIO(before)
    opened.seek(0, io.SEEK_END)
    with zipfile.ZipFile(opened, "a") as archive:
        archive.writestr("sheet.txt", "x" * 1000)
    return opened.getvalue()


# Files that are two things


@_hostile("a PDF that is a ZIP too", READ)
def _pdf_and_zip() -> bytes:
    return _zip(text_pdf())


@_hostile("a JPEG that is a PDF too", READ)
def _jpeg_and_pdf() -> bytes:
    return saved(drawn(wide=200)) + text_pdf()


@_hostile("a PDF that begins as a JPEG", "broken")
def _pdf_in_a_jpeg() -> bytes:
    return b"\xff\xd8\xff\xe0" + text_pdf()


@_hostile("a PDF with a picture before it", READ)
def _gif_before_a_pdf() -> bytes:
    return b"GIF89a" + b"\x00" * 100 + text_pdf()


@_hostile("a PNG that is a ZIP too", READ)
def _png_and_zip() -> bytes:
    return _zip(saved(drawn(wide=200), "PNG"))


# Files that are cut off, locked or without pages


@_hostile("a locked PDF", "encrypted")
def _locked() -> bytes:
    return _saved_by_pikepdf(encryption=pikepdf.Encryption(user="secret", owner="other", R=6))


@_hostile("a PDF locked in the old way", "encrypted")
def _locked_in_the_old_way() -> bytes:
    return _saved_by_pikepdf(
        encryption=pikepdf.Encryption(user="secret", owner="other", R=3, aes=False, metadata=False)
    )


@_hostile("a PDF that only may not be changed", READ)
def _locked_to_change() -> bytes:
    return _saved_by_pikepdf(encryption=pikepdf.Encryption(user="", owner="other", R=6))


@_hostile("a PDF locked with something unknown", "encrypted", "broken")
def _locked_with_something_unknown() -> bytes:
    objects = pages_tree([b"/Contents 4 0 R"], others={4: stream(b"x"), 9: b"<</Filter/Unknown/V 9/R 9>>"})
    return pdf_of(objects, trailer=b"/Root 1 0 R/Encrypt 9 0 R/ID[<00><00>]")


def _saved_by_pikepdf(*, encryption: pikepdf.Encryption) -> bytes:
    opened = io.BytesIO()
    with pikepdf.open(io.BytesIO(text_pdf())) as pdf:
        pdf.save(opened, encryption=encryption)
    return opened.getvalue()


def _part_of(content: bytes, percent: int) -> bytes:
    return content[: len(content) * percent // 100]


for _part in (1, 5, 20, 50, 80, 99):
    HOSTILE[f"{_part} % of a PDF"] = (
        lambda part=_part: _part_of(text_pdf([("A LINE",) * 50] * 5), part),  # type: ignore[misc]
        frozenset({READ, "broken", "no_pages"}),
    )
    if _part > 1:
        HOSTILE[f"{_part} % of a JPEG"] = (
            lambda part=_part: _part_of(saved(drawn(wide=400)), part),  # type: ignore[misc]
            frozenset({"broken"}),
        )
        HOSTILE[f"{_part} % of a PNG"] = (
            lambda part=_part: _part_of(saved(drawn(wide=400), "PNG"), part),  # type: ignore[misc]
            frozenset({"broken"}) if _part < 99 else _OPEN_OR_NOT,
        )


@_hostile("a PDF of its first line", "broken")
def _first_line() -> bytes:
    return b"%PDF-1.7\n"


@_hostile("a PDF without pages", "no_pages", "broken")
def _no_pages() -> bytes:
    return pdf_of(pages_tree([]))


@_hostile("a PDF without a tree of pages", "no_pages", "broken")
def _no_tree() -> bytes:
    return pdf_of({1: b"<</Type/Catalog>>"})


# Bombs


@_hostile("a page that is 4 GB of zeros", _HEAVY)
def _zeros() -> bytes:
    return one_page(b"", page=b"/Contents 6 0 R", others={6: _bombed(b"\x00", megabytes=4000)})


@_hostile("a page that is 4 GB of zeros, packed three times", _HEAVY)
def _zeros_packed_thrice() -> bytes:
    others = {4: _bombed(b"\x00", megabytes=4000, layers=3)}
    return pdf_of(pages_tree([b"/Contents 4 0 R"], others=others))


@_hostile("a page of 300 MB of lines", _HEAVY)
def _many_lines() -> bytes:
    others = {4: _bombed(b"0 0 m 9 9 l S ", megabytes=300)}
    return pdf_of(pages_tree([b"/Contents 4 0 R"], others=others))


@_hostile("a page of 20 MB of saved states", _HEAVY)
def _many_states() -> bytes:
    return pdf_of(pages_tree([b"/Contents 4 0 R"], others={4: _bombed(b"q ", megabytes=20)}))


@_hostile("a page of a million letters", READ, "broken", "too_large")
def _many_letters() -> bytes:
    return one_page(b"BT /F 1 Tf " + b"1 0 0 1 9 9 Tm (AAAAAAAAAA) Tj " * 100_000 + b"ET")


@_hostile("a stream of objects that is a bomb", _HEAVY)
def _object_stream_bomb() -> bytes:
    objects = {5: stream(bomb(b" ", megabytes=4000), extra=b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode")}
    return _with_objects_in_streams(objects, kept_in=5)


@_hostile("a stream of objects that is in itself", _OPEN_OR_NOT, "no_pages")
def _object_stream_loop() -> bytes:
    return _with_objects_in_streams(
        {5: stream(b"1 0 <</Type/Catalog>>", extra=b"/Type/ObjStm/N 1/First 4/Extends 5 0 R")}, kept_in=5
    )


@_hostile("streams of objects in one another", _OPEN_OR_NOT, "no_pages")
def _nested_object_streams() -> bytes:
    nested = {
        number: stream(
            b"1 0 <<>>", extra=b"/Type/ObjStm/N 1/First 4/Extends %d 0 R" % (5 + (number - 4) % 50)
        )
        for number in range(5, 55)
    }
    return _with_objects_in_streams(nested, kept_in=5)


def _with_objects_in_streams(objects: dict[int, bytes], *, kept_in: int) -> bytes:
    """Return a file whose table says that object 1, the root, is kept in a stream of objects."""
    body = bytearray(b"%PDF-1.7\n")
    rows = [b"\x00" + struct.pack(">IH", 0, 65535), b"\x02" + struct.pack(">IH", kept_in, 0)]
    rows += [b"\x00" + struct.pack(">IH", 0, 0)] * (max(objects) + 1 - len(rows))
    for number, content in objects.items():
        rows[number] = b"\x01" + struct.pack(">IH", len(body), 0)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(body)
    table = stream(b"".join(rows), extra=b"/Type/XRef/Size %d/W[1 4 2]/Root 1 0 R" % len(rows))
    return bytes(body) + b"900 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, start)


@_hostile("a picture of 60,000 by 60,000 points in a PDF", _HEAVY)
def _wide_image() -> bytes:
    entries = b"/Width 60000/Height 60000/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
    return _image(entries, bomb(b"\x00", megabytes=10_800))


@_hostile("a JBIG2 of 60,000 by 60,000 points", _HEAVY)
def _jbig2() -> bytes:
    page = struct.pack(">IBBI", 0, 0x30, 1, 19) + struct.pack(">IIIIBH", 60000, 60000, 0, 0, 4, 0)
    region = struct.pack(">IBBI", 1, 0x26, 1, 26) + struct.pack(">IIIIB", 60000, 60000, 0, 0, 0)
    region += b"\x00" + b"\x03\xff\xfd\xff\x02\xfe\xfe\xfe"
    entries = b"/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode"
    return _image(entries, page + region)


@_hostile("a JBIG2 that names itself", _HEAVY)
def _jbig2_loop() -> bytes:
    entries = b"/Width 600/Height 600/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode"
    return _image(entries + b"/DecodeParms<</JBIG2Globals 5 0 R>>", b"\x00" * 64)


@_hostile("a JPEG 2000 of 60,000 by 60,000 points", _HEAVY)
def _jpx() -> bytes:
    size = struct.pack(">HIIIIIIII", 0, 60000, 60000, 0, 0, 60000, 60000, 0, 0)
    siz = b"\xff\x51" + struct.pack(">H", 38 + 3 * 3) + size + struct.pack(">H", 3) + b"\x07\x01\x01" * 3
    cod = b"\xff\x52\x00\x0c\x00\x00\x00\x01\x01\x05\x04\x04\x00\x00"
    qcd = b"\xff\x5c\x00\x13\x40" + b"\x40" * 16
    tile = b"\xff\x90\x00\x0a\x00\x00\x00\x00\x00\x00\x00\x01\xff\x93" + b"\x00" * 64 + b"\xff\xd9"
    return _image(b"/Width 60000/Height 60000/Filter/JPXDecode", b"\xff\x4f" + siz + cod + qcd + tile)


@_hostile("a fax of 60,000 by 60,000 points", _HEAVY)
def _fax() -> bytes:
    entries = b"/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode"
    return _image(entries + b"/DecodeParms<</K -1/Columns 60000/Rows 60000>>", b"\x80" * 100_000)


@_hostile("a JPEG of 65,500 by 65,500 points in a PDF", _HEAVY)
def _wide_jpeg_in_a_pdf() -> bytes:
    entries = b"/Width 65500/Height 65500/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
    return _image(entries, _wide_jpeg())


@_hostile("a predictor of two billion columns", _HEAVY)
def _predictor() -> bytes:
    entries = b"/Width 100/Height 100/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
    parms = b"/DecodeParms<</Predictor 15/Columns 2000000000/Colors 4/BitsPerComponent 16>>"
    return _image(entries + parms, zlib.compress(b"\x02" * 10_000))


@_hostile("runs of one byte, packed ten times", _HEAVY)
def _runs() -> bytes:
    packed = b"\x81A" * 400_000
    return pdf_of(
        pages_tree(
            [b"/Contents 4 0 R"],
            others={4: stream(packed, extra=b"/Filter[" + b"/RunLengthDecode " * 10 + b"]")},
        )
    )


@_hostile("a color profile that is a bomb", _HEAVY)
def _profile() -> bytes:
    entries = b"/Width 9/Height 9/ColorSpace[/ICCBased 6 0 R]/BitsPerComponent 8"
    packed = stream(bomb(b"\x00", megabytes=2000), extra=b"/N 3/Filter/FlateDecode")
    return _image(entries, b"\x00" * 243, others={6: packed})


# Endless loops


@_hostile("a table that comes before itself", _OPEN_OR_NOT, "no_pages")
def _table_loop() -> bytes:
    whole = text_pdf()
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % whole.rindex(b"xref\n0 1"))


@_hostile("two tables before one another", _OPEN_OR_NOT, "no_pages")
def _two_tables() -> bytes:
    first = text_pdf()
    a = first.rindex(b"xref\n0 1")
    tail = (
        b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 5/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    )
    grown = first.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % (len(first) + 15))
    return grown + tail % (a, len(grown))


@_hostile("pages that are in themselves", _OPEN_OR_NOT, "no_pages", "too_many_pages", "too_slow")
def _tree_loop() -> bytes:
    return pdf_of(
        {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9/Parent 2 0 R>>"}
    )


@_hostile("two lists of pages in one another", _OPEN_OR_NOT, "no_pages", "too_many_pages", "too_slow")
def _tree_of_two() -> bytes:
    kids = b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count 100/Parent %d 0 R>>"
    return pdf_of({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: kids % (3, 3, 3), 3: kids % (2, 2, 2)})


@_hostile("two billion pages, it says", _OPEN_OR_NOT, "no_pages", "too_many_pages")
def _many_pages_said() -> bytes:
    return text_pdf().replace(b"/Count 1/", b"/Count 2000000000/")


@_hostile("fewer pages than none", _OPEN_OR_NOT, "no_pages")
def _less_than_no_pages() -> bytes:
    return text_pdf().replace(b"/Count 1/", b"/Count -5/")


@_hostile("a form that draws itself", _HEAVY)
def _form_loop() -> bytes:
    form = stream(
        b"/X Do /X Do", extra=b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>"
    )
    return one_page(b"/X Do", resources=b"/XObject<</X 5 0 R>>", others={5: form})


@_hostile("forms that draw ten others, ten deep", _HEAVY)
def _form_laughs() -> bytes:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X %d 0 R>>>>"
    forms = {number: stream(b"/X Do " * 10, extra=form % (number + 1)) for number in range(5, 15)}
    leaf = {15: stream(b"0 0 9 9 re f", extra=b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]")}
    entry = b"/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>"
    return pdf_of(pages_tree([entry], first=100, others={4: stream(b"/X Do"), **forms, **leaf}))


@_hostile("a pattern that is made of itself", _HEAVY)
def _pattern_loop() -> bytes:
    own = b"/Resources<</Pattern<</P 5 0 R>>>>"
    kind = b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9" + own
    content = b"/Pattern cs /P scn 0 0 612 792 re f"
    return one_page(content, resources=b"/Pattern<</P 5 0 R>>", others={5: stream(content, extra=kind)})


@_hostile("a pattern with a step of nearly nothing", _HEAVY)
def _tiny_pattern() -> bytes:
    kind = b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.00001/YStep 0.00001/Resources<<>>"
    tile = stream(b"0 0 1 1 re f", extra=kind)
    return one_page(
        b"/Pattern cs /P scn 0 0 612 792 re f", resources=b"/Pattern<</P 5 0 R>>", others={5: tile}
    )


@_hostile("a font whose letters are set in it", _HEAVY)
def _font_loop() -> bytes:
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 65/LastChar 65"
        b"/Widths[1000]/Encoding<</Differences[65/A]>>/CharProcs<</A 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>"
    )
    glyph = stream(b"1000 0 d0 BT /F 1 Tf (AA) Tj ET")
    entry = b"/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"
    content = stream(b"BT /F 9 Tf 9 9 Td (A) Tj ET")
    return pdf_of(pages_tree([entry], others={4: content, 5: font, 6: glyph}))


@_hostile("a mask that is its own mask", _HEAVY)
def _mask_loop() -> bytes:
    return _image(b"/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 5 0 R", b"\x00" * 81)


@_hostile("a length that is its own length", _OPEN_OR_NOT, "no_pages")
def _length_loop() -> bytes:
    return text_pdf().replace(b"/Length ", b"/Length 11 0 R/Was ")


@_hostile("names that name one another", _OPEN_OR_NOT, "no_pages")
def _reference_loop() -> bytes:
    return pdf_of({1: b"2 0 R", 2: b"3 0 R", 3: b"1 0 R"})


@_hostile("a color that is made of itself", _HEAVY)
def _color_loop() -> bytes:
    return one_page(
        b"/C cs 1 scn 0 0 99 99 re f",
        resources=b"/ColorSpace<</C 5 0 R>>",
        others={5: b"[/Indexed 5 0 R 1 <00>]"},
    )


@_hostile("a shade whose function never ends", _HEAVY)
def _function() -> bytes:
    deep = b"{" + b"dup 1 add exch pop " * 60_000 + b"}"
    function = stream(deep, extra=b"/FunctionType 4/Domain[0 1]/Range[0 1]")
    shade = b"<</ShadingType 1/ColorSpace/DeviceGray/Domain[0 1 0 1]/Matrix[612 0 0 792 0 0]/Function 6 0 R>>"
    two = function.replace(b"/Domain[0 1]", b"/Domain[0 1 0 1]")
    return one_page(b"/S sh", resources=b"/Shading<</S 5 0 R>>", others={5: shade, 6: two})


# Much of everything


@_hostile("100,000 objects", _HEAVY)
def _many_objects() -> bytes:
    return pdf_of(
        pages_tree(
            [b"/Contents 4 0 R"], others={4: stream(b""), **dict.fromkeys(range(100, 100100), b"<<>>")}
        )
    )


@_hostile("100,000 objects and no table", _HEAVY)
def _many_objects_without_a_table() -> bytes:
    return _many_objects().rpartition(b"xref\n0 1")[0]


@_hostile("100,000 pages", "too_many_pages", "too_slow")
def _many_pages() -> bytes:
    return pdf_of(pages_tree([b"/Contents 4 0 R"] * 100_000, others={4: stream(b"")}))


@_hostile("201 pages", "too_many_pages")
def _too_many_pages() -> bytes:
    return text_pdf([("A LINE",)] * 201)


@_hostile("100,000 notes on a page", _HEAVY)
def _many_notes() -> bytes:
    notes = b"<</Type/Annot/Subtype/Square/Rect[0 0 9 9]/C[1 0 0]>>" * 100_000
    return one_page(text_content(["A LINE"] * 20), page=b"/Annots[" + notes + b"]")


@_hostile("brackets 500,000 deep", _HEAVY, "no_pages")
def _deep_brackets() -> bytes:
    return pdf_of(pages_tree([b"/Contents 4 0 R/Deep " + b"[" * 500_000], others={4: stream(b"")}))


@_hostile("dictionaries 500,000 deep", _HEAVY, "no_pages")
def _deep_dictionaries() -> bytes:
    return pdf_of({**pages_tree([b"/Contents 4 0 R"]), 4: b"<</A" * 500_000})


@_hostile("brackets 500,000 deep on a page", _HEAVY)
def _deep_content() -> bytes:
    return one_page(b"[" * 500_000 + b" TJ")


@_hostile("a page in 100,000 pieces", _HEAVY)
def _many_pieces() -> bytes:
    return pdf_of(
        pages_tree([b"/Contents[" + b"4 0 R " * 100_000 + b"]"], others={4: stream(b"0 0 m 9 9 l S ")})
    )


# Pages of no size, and other nonsense


for _name, _box in {
    "a page of a thousand miles": b"0 0 5000000000 5000000000",
    "a page as thin as nothing": b"0 0 0.0001 100000",
    "a page without size": b"0 0 0 0",
    "a page upside down": b"612 792 0 0",
    "a page of no numbers": b"/A (b) null true",
    "a page of numbers too large": b"0 0 1e400 99999999999999999999999999999999999999999999",
}.items():
    HOSTILE[_name] = (
        lambda box=_box: one_page(text_content(["A LINE OF TEXT"] * 9), page=b"/MediaBox[" + box + b"]"),  # type: ignore[misc]
        _OPEN_OR_NOT,
    )


@_hostile("a font that is not there", READ)
def _missing_font() -> bytes:
    return text_pdf().replace(b"/F 3 0 R", b"/F 777 0 R")


@_hostile("a font whose program is noise", READ)
def _noisy_font() -> bytes:
    font = b"<</Type/Font/Subtype/TrueType/BaseFont/Noise/FirstChar 32/LastChar 33/Widths[9 9]/FontDescriptor 6 0 R>>"
    described = b"<</Type/FontDescriptor/FontName/Noise/Flags 4/FontFile2 7 0 R/FontBBox[0 0 9 9]>>"
    noise = stream(bytes(range(256)) * 40)
    entry = b"/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"
    others = {4: stream(text_content(["A LINE OF TEXT"] * 9)), 5: font, 6: described, 7: noise}
    return pdf_of(pages_tree([entry], others=others))


# What wants to act


@_hostile("a script that never ends", READ)
def _script() -> bytes:
    return text_pdf().replace(
        b"/Type/Catalog", b"/Type/Catalog/OpenAction<</S/JavaScript/JS(while\\(true\\){})>>"
    )


@_hostile("a program to be started", READ)
def _launch() -> bytes:
    action = b"<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)/P(/c calc)>>>>"
    return text_pdf().replace(b"/Type/Catalog", b"/Type/Catalog/OpenAction " + action)


@_hostile("an address to be called", READ)
def _address() -> bytes:
    return text_pdf().replace(
        b"/Type/Catalog", b"/Type/Catalog/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>"
    )


@_hostile("a form that is sent", READ)
def _submitted() -> bytes:
    form = b"/AcroForm<</Fields[]/XFA 4 0 R>>/OpenAction<</S/SubmitForm/F(http://127.0.0.1:9/)>>"
    return text_pdf().replace(b"/Type/Catalog", b"/Type/Catalog" + form)


@_hostile("a file within the file", READ)
def _embedded() -> bytes:
    names = b"/Names<</EmbeddedFiles<</Names[(a.exe)<</Type/Filespec/F(a.exe)/EF<</F 999 0 R>>>>]>>>>"
    whole = text_pdf().replace(b"/Type/Catalog", b"/Type/Catalog" + names)
    return whole.replace(
        b"xref\n0 1",
        b"999 0 obj\n" + stream(b"MZ" * 500, extra=b"/Type/EmbeddedFile") + b"\nendobj\nxref\n0 1",
    )


@_hostile("a page from a file of the server", _OPEN_OR_NOT)
def _external() -> bytes:
    outside = b"<</Length 0/F(/etc/passwd)/FFilter/ASCIIHexDecode>>stream\n\nendstream"
    return pdf_of(pages_tree([b"/Contents 4 0 R"], others={4: outside}))


# Photographs


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _png(*chunks: bytes, wide: int, high: int) -> bytes:
    header = _chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + b"".join(chunks) + _chunk(b"IEND", b"")


@_hostile("a PNG of 60,000 by 60,000 points", "too_large")
def _wide_png() -> bytes:
    return _png(_chunk(b"IDAT", zlib.compress(b"\x00" * 1000)), wide=60_000, high=60_000)


@_hostile("a PNG of 7,000 by 7,000 points that are there", READ, "too_slow")
def _large_png() -> bytes:
    return _png(_chunk(b"IDAT", bomb(b"\x00", megabytes=148)), wide=7000, high=7000)


@_hostile("a PNG with more points than it says", _OPEN_OR_NOT)
def _png_bomb() -> bytes:
    return _png(_chunk(b"IDAT", bomb(b"\x00", megabytes=4000)), wide=100, high=100)


@_hostile("a PNG with a text that is a bomb", _OPEN_OR_NOT)
def _png_text() -> bytes:
    text = _chunk(b"zTXt", b"Comment\x00\x00" + bomb(b"A", megabytes=4000))
    return _png(text, _chunk(b"IDAT", zlib.compress(b"\x00" * 31 * 10)), wide=10, high=10)


@_hostile("a PNG with a profile that is a bomb", _OPEN_OR_NOT)
def _png_profile() -> bytes:
    profile = _chunk(b"iCCP", b"x\x00\x00" + bomb(b"A", megabytes=4000))
    return _png(profile, _chunk(b"IDAT", zlib.compress(b"\x00" * 31 * 10)), wide=10, high=10)


@_hostile("a PNG with 100,000 texts", _OPEN_OR_NOT)
def _png_texts() -> bytes:
    return _png(
        _chunk(b"tEXt", b"A\x00B") * 100_000, _chunk(b"IDAT", zlib.compress(b"\x00" * 310)), wide=10, high=10
    )


@_hostile("a PNG without size", "broken")
def _flat_png() -> bytes:
    return _png(_chunk(b"IDAT", zlib.compress(b"")), wide=0, high=0)


@_hostile("a JPEG of 65,500 by 65,500 points", "too_large")
def _wide_jpeg() -> bytes:
    small = saved(drawn(wide=64))
    place = small.index(b"\xff\xc0") + 5
    return small[:place] + struct.pack(">HH", 65_500, 65_500) + small[place + 4 :]


@_hostile("a JPEG of 7,000 by 7,000 points that are not there", _OPEN_OR_NOT)
def _empty_jpeg() -> bytes:
    small = saved(drawn(wide=64))
    place = small.index(b"\xff\xc0") + 5
    return small[:place] + struct.pack(">HH", 7000, 7000) + small[place + 4 :]


@_hostile("a JPEG that is drawn 1,000 times", READ, "broken", "too_slow")
def _progressive() -> bytes:
    whole = saved(drawn(wide=2000), progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:-2] + whole[last:-2] * 1000 + b"\xff\xd9"


@_hostile("a JPEG turned by a broken camera", _OPEN_OR_NOT)
def _broken_exif() -> bytes:
    small = saved(drawn(wide=200))
    noise = b"Exif\x00\x00MM\x00*\xff\xff\xff\xff" + bytes(range(256)) * 10
    return small[:2] + b"\xff\xe1" + struct.pack(">H", len(noise) + 2) + noise + small[2:]


@_hostile("a scan whose picture is cut off", _OPEN_OR_NOT)
def _scan_cut_off() -> bytes:
    return scanned_pdf([drawn()])[:20_000]


SLOW = frozenset(
    {
        "100,000 notes on a page",
        "100,000 objects and no table",
        "100,000 objects",
        "100,000 pages",
        "a JPEG of 7,000 by 7,000 points that are not there",
        "a PNG with 100,000 texts",
        "a page that is 4 GB of zeros, packed three times",
        "a picture of 60,000 by 60,000 points in a PDF",
        "brackets 500,000 deep",
        "dictionaries 500,000 deep",
        "5 % of a PDF",
        "5 % of a JPEG",
        "5 % of a PNG",
        "20 % of a PDF",
        "20 % of a JPEG",
        "20 % of a PNG",
        "80 % of a PDF",
        "80 % of a JPEG",
        "80 % of a PNG",
        "a JPEG 2000 of 60,000 by 60,000 points",
        "a JPEG that is drawn 1,000 times",
        "a PNG of 7,000 by 7,000 points that are there",
        "a color profile that is a bomb",
        "a fax of 60,000 by 60,000 points",
        "a form that draws itself",
        "a page in 100,000 pieces",
        "a page of 20 MB of saved states",
        "a page of 300 MB of lines",
        "a page of a million letters",
        "a page that is 4 GB of zeros",
        "a pattern with a step of nearly nothing",
        "a shade whose function never ends",
        "a stream of objects that is a bomb",
        "forms that draw ten others, ten deep",
        "streams of objects in one another",
        "two lists of pages in one another",
    }
)
"""What takes a second or more, or is like another."""
