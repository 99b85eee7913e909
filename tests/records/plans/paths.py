"""All busy paths of the site by their names, in the order in which they are walked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.records.plans import paths_of_people as people
from tests.records.plans import paths_of_staff as staff
from tests.records.plans import paths_of_work as work
from tests.records.plans.stage import Stage

Path = Callable[[Stage], object]
PATHS: Mapping[str, Path] = {
    one.__name__: one
    for one in (
        people.interview,
        people.papers,
        people.code,
        people.wrong_code,
        people.held_sheet,
        people.sign_in,
        staff.list_of_matters,
        staff.list_of_a_volunteer,
        staff.find,
        staff.new_matter,
        staff.desk,
        staff.review,
        staff.board,
        staff.step_of_a_case,
        staff.figures,
        staff.print_pages,
        work.print_work,
        work.beat,
        work.task,
        work.county_review,
        people.program,
        staff.log,
        staff.log_search,
        staff.office_pages,
        staff.endings,
        work.given_away,
        work.deleted,
        people.reminders,
        work.figures_of_the_site,
        work.purge,
        work.purge_again,
    )
}
