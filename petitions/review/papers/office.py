"""Says who files, as the office has named itself; what it has not named is a blank on the papers."""

from __future__ import annotations

from petitions.access.organizations.models import Organization
from petitions.access.organizations.profiles import ADDRESS, attorneys_of
from petitions.documents.county.cases import CountyOffice, Mover
from petitions.documents.filing import Address


def office_of(organization: Organization, mover: Mover) -> CountyOffice:
    """Return the office with the attorney that it names first."""
    attorney = next(iter(attorneys_of(organization.pk)), None)
    place = attorney if attorney and attorney.street else organization
    is_whole = all(getattr(place, part) for part in ADDRESS)
    address = Address(place.street, place.unit or None, place.city, place.state, place.zip)
    return CountyOffice(
        mover=mover,
        name=organization.name,
        attorney=attorney.name if attorney else None,
        bar_number=(attorney.bar_number or None) if attorney else None,
        mailing_address=address if is_whole else None,
        phone=place.phone or organization.phone or None,
        email=place.email or organization.email or None,
    )
