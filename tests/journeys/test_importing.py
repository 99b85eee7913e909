"""A list with errors: six rows, two wrong; the good ones are imported, the others corrected and handed in again."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from petitions.access.roles import Role
from petitions.interview.answers import conviction_ids
from petitions.records.matters.models import Matter
from petitions.records.matters.reading import answers_of
from tests.clinic.people import office
from tests.journeys.conftest import Travelers

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]
LIST = (
    "Expediente;Nombre;Condado;Caso;Delito;Fecha del hecho;Edad\r\n"
    "1;Ana Ejemplo;LA;BA1;11359;3/5/2004;33\r\n"
    "1;Ana Ejemplo;LA;BA1;HS 11357(b);3/5/2004;33\r\n"
    "2;Testa Second;Kern;K2;weed;2004;33\r\n"
    "3;Núñez Tercera;fresno;F3;11358;2001;19\r\n"
    "4;Testa Fourth;Nowhere;N4;11360;2001;25\r\n"
    "5;Testa Fifth;SF;S5;11359;5/2010;18\r\n"
)


def test_an_attorney_imports_a_list_with_two_wrong_rows(new_traveler: Travelers, tmp_path: Path) -> None:
    attorney = office().member(Role.REVIEWER)
    cookie = attorney.client.cookies["session"].value
    traveler = new_traveler(accept_downloads=True)
    traveler.page.context.add_cookies([{"name": "session", "value": cookie, "url": traveler.site}])
    page = traveler.go("/clinic/").page
    traveler.press("Import and export")

    # The dry run shows each row, and keeps nothing
    handed = tmp_path / "list.csv"
    handed.write_bytes(LIST.encode("cp1252"))
    page.get_by_label("List (CSV or XLSX", exact=False).set_input_files(handed)
    traveler.press("Show what would happen")
    expect(page.locator("tbody tr")).to_have_count(6)
    assert "2 rows are left out" in traveler.text
    assert page.locator("tbody .badge").all_text_contents() == [
        "New petitioner", "One more count", "Left out", "New petitioner", "Left out", "New petitioner",
    ]  # fmt: skip
    assert not Matter.objects.exists()

    # The good ones are imported once, also where somebody goes back and presses again
    traveler.press("Import 4 good rows")
    assert "3 people were imported." in page.locator("body").inner_text()
    expect(page.locator("tbody tr")).to_have_count(2)
    assert Matter.objects.count() == 3

    # The others are downloaded, corrected, and handed in again
    with page.expect_download() as download:
        page.get_by_role("link", name="Download them").click()
    assert download.value.suggested_filename == "to-correct.csv"
    left = Path(download.value.path()).read_text("utf-8-sig")
    assert "weed" in left and "Nowhere" in left and "Ana" not in left
    mended = tmp_path / "to-correct.csv"
    mended.write_text(left.replace("weed", "11359").replace("Nowhere", "Kern"), "utf-8")
    traveler.press("Import and export")
    page.get_by_label("List (CSV or XLSX", exact=False).set_input_files(mended)
    traveler.press("Show what would happen")
    assert "left out" not in traveler.text
    traveler.press("Import 2 good rows")
    assert traveler.path == "/clinic/"
    counts = [len(conviction_ids(answers_of(one).answers)) for one in Matter.objects.order_by("number")]
    assert counts == [2, 1, 1, 1, 1]
