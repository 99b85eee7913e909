# The site in a container: the same packages of Debian and the same pins as on a host (docs/deploy.md).
# Pin the base image by its digest: `docker buildx imagetools inspect debian:bookworm-slim` prints it, and it goes
# behind the tag, as in debian:bookworm-slim@sha256:0123… It stands in one place, here:
ARG BASE=debian:bookworm-slim

FROM ${BASE} AS base
ENV LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1
SHELL ["/bin/bash", "-euo", "pipefail", "-c"]
# The versions are those of the release of Debian that the base image names; it gets its security updates when the image is built anew.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        python3.11 libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core fonts-dejavu-core tesseract-ocr postgresql-client ca-certificates \
    && rm -rf /var/lib/apt/lists/*

FROM base AS build
WORKDIR /opt/clearrecord
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends python3.11-venv gettext \
    && rm -rf /var/lib/apt/lists/*
COPY requirements.txt ./
RUN python3.11 -m venv .venv \
    && .venv/bin/python -m pip install --no-cache-dir --no-deps --require-hashes --only-binary :all: -r requirements.txt
COPY . ./
# The secrets are for this step alone: the names of the files depend on the settings of production, the files do not depend on keys.
RUN for source in locale/*/LC_MESSAGES/django.po; do msgfmt -o "${source%.po}.mo" "$source"; done \
    && .venv/bin/python -m compileall -q clearrecord petitions \
    && CLEARRECORD_VAR=/tmp/made .venv/bin/python manage.py new_settings build.invalid --var /tmp/made > /tmp/settings \
    && set -a && . /tmp/settings && set +a \
    && CLEARRECORD_STATIC=/srv/static .venv/bin/python manage.py collectstatic --noinput --verbosity 0 \
    && rm -r /tmp/made /tmp/settings

FROM base
LABEL org.opencontainers.image.title="ClearRecord" org.opencontainers.image.licenses="MIT"
# A number, so that whoever runs it can see that it is not root.
RUN groupadd --system --gid 10001 clearrecord \
    && useradd --system --uid 10001 --gid clearrecord --home-dir /var/lib/clearrecord --shell /usr/sbin/nologin clearrecord \
    && install -d -m 0700 -o clearrecord -g clearrecord /var/lib/clearrecord /backups
COPY --from=build /opt/clearrecord /opt/clearrecord
COPY --from=build /srv/static /srv/static
WORKDIR /opt/clearrecord
ENV PATH=/opt/clearrecord/.venv/bin:$PATH CLEARRECORD_VAR=/var/lib/clearrecord CLEARRECORD_STATIC=/srv/static WEB_BIND=0.0.0.0:8000 HOME=/tmp XDG_CACHE_HOME=/tmp
VOLUME ["/var/lib/clearrecord", "/backups"]
EXPOSE 8000
USER 10001:10001
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=4 CMD ["python", "deploy/probe.py"]
CMD ["gunicorn", "--config", "python:clearrecord.serving"]
