# Hub, worker, command line and sample in one image. Node 24 runs the TypeScript as it is, so only the console is built.
# test/conformance/image.test.ts copies what this file copies and runs all four from it, since no container engine
# runs where the project is built.
FROM node:24.21.0-slim AS dependencies
WORKDIR /tocsin
COPY package.json package-lock.json ./
COPY packages packages
# Without the optional packages: Node is in the image already.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

# The web console, with the packages that only building it takes.
FROM node:24.21.0-slim AS console
WORKDIR /tocsin
COPY package.json package-lock.json ./
COPY packages packages
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY scripts scripts
COPY src/console src/console
COPY src/domain/answer/asking.ts src/domain/answer/asking.ts
COPY src/domain/answer/has-answered.ts src/domain/answer/has-answered.ts
COPY src/domain/known/defang.ts src/domain/known/defang.ts
COPY src/domain/reading/reading-language.ts src/domain/reading/reading-language.ts
COPY src/exchange/indicator/csv-text.ts src/exchange/indicator/csv-text.ts
COPY src/exchange/indicator/looked-up.ts src/exchange/indicator/looked-up.ts
COPY src/exchange/indicator/not-to-block.ts src/exchange/indicator/not-to-block.ts
RUN node scripts/console.mjs

FROM node:24.21.0-slim
ENV NODE_ENV=production TOCSIN_INSTALL=never MALLOC_ARENA_MAX=2
ENV NODE_OPTIONS="--conditions=tocsin-source --max-semi-space-size=4" NODE_COMPILE_CACHE=/data/compiled
ENV TOCSIN_HOST=0.0.0.0 TOCSIN_PORT=4000 TOCSIN_DATA=/data
WORKDIR /tocsin
COPY --from=dependencies /tocsin/node_modules node_modules
COPY package.json LICENSE NOTICE ./
COPY packages packages
COPY schema schema
COPY data data
COPY scripts scripts
COPY bin bin
COPY src src
COPY workers workers
COPY seeds seeds
COPY --from=console /tocsin/build build
RUN ln -s /tocsin/bin/tocsin.mjs /usr/local/bin/tocsin
# Nothing in the image needs to be written: only /data is, and /tmp.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000 4001
CMD ["node", "src/main.ts"]
