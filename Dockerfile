# Built by docker-compose.yml; needs nothing installed but Docker.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN apt-get update && apt-get install -y --no-install-recommends unzip
RUN --mount=type=cache,target=/m2 ./mvnw -B -q -Dmaven.repo.local=/m2 dependency:go-offline
COPY src src
RUN --mount=type=cache,target=/m2 ./mvnw -B -q -Dmaven.repo.local=/m2 package -DskipTests \
    && cp target/kebao-*.jar /kebao.jar

FROM eclipse-temurin:25-jre
# fonts for the charts that are drawn on the server, curl for the health check
RUN apt-get update && apt-get install -y --no-install-recommends fontconfig fonts-noto-cjk curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home kebao
USER kebao
COPY --from=build /kebao.jar /kebao.jar
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
    CMD curl -fsS http://localhost:8080/actuator/health/readiness || exit 1
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/kebao.jar"]
