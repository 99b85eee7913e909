"""The process that does one print job, apart from the site: it steps aside from whoever called, and works."""

from __future__ import annotations

from petitions.records.orders import take_orders


def main() -> None:
    """Do the job whose id stands on standard input, in a fork that nobody waits for."""
    job_id = take_orders()
    from petitions.clinic.printing.work import work  # noqa: PLC0415 - Django must be set up
    from petitions.records.matters.printing import job_to_do  # noqa: PLC0415

    job = job_to_do(job_id)
    if job is not None:
        work(job)


if __name__ == "__main__":
    main()
