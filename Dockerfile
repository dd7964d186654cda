# Three stages: the program is built, the default voice is installed (the only step that needs Python), and both are copied
# into a slim image that runs as a user without rights.

FROM eclipse-temurin:25-jdk-noble AS build
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends maven \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN mvn -B -q -DskipTests package

FROM eclipse-temurin:25-jre-noble AS voice
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends python3 python3-pip \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/sixtyfold
COPY --from=build /src/sixtyfold ./sixtyfold
COPY --from=build /src/tts-server/target/tts-server.jar ./tts-server/target/tts-server.jar
COPY --from=build /src/tts-server/target/lib ./tts-server/target/lib
ENV SIXTYFOLD_HOME=/var/lib/sixtyfold
# Speaking once also unpacks the native libraries, makes the cache of classes for a fast start (by the JRE that will use it)
# and shows that the voice works; rehearsing makes the cache for the server.
RUN ./sixtyfold voices install heart \
    && ./sixtyfold say "Ready." -o /tmp/ready.wav \
    && ./sixtyfold rehearse \
    && rm -rf /var/lib/sixtyfold/state

FROM eclipse-temurin:25-jre-noble
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home --home-dir /home/sixtyfold sixtyfold
COPY --from=voice /opt/sixtyfold /opt/sixtyfold
COPY --from=voice --chown=10001 /var/lib/sixtyfold /var/lib/sixtyfold
ENV SIXTYFOLD_HOME=/var/lib/sixtyfold \
    ORT_DISABLE_TELEMETRY=1 \
    OPT_OUT_TRACKING=true
USER 10001
# The watermark keys and the records of all requests: keep it, and back it up as a whole.
VOLUME /var/lib/sixtyfold/state
EXPOSE 6060 6080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["curl", "-fsS", "http://127.0.0.1:6080/readyz"]
ENTRYPOINT ["/opt/sixtyfold/sixtyfold"]
CMD ["serve", "--address", "0.0.0.0"]
