# Hub, worker, command line and sample in one image: Node 24 runs the TypeScript as it stands, so nothing is built.
FROM node:24.21.0-slim AS dependencies
WORKDIR /tocsin
COPY package.json package-lock.json ./
COPY packages packages
# Without the optional packages: Node is in the image already.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-slim
ENV NODE_ENV=production NODE_OPTIONS="--conditions=tocsin-source --max-semi-space-size=4" MALLOC_ARENA_MAX=2 NODE_COMPILE_CACHE=/data/compiled TOCSIN_HOST=0.0.0.0 TOCSIN_PORT=4000 TOCSIN_DATA=/data
WORKDIR /tocsin
COPY --from=dependencies /tocsin/node_modules node_modules
COPY package.json LICENSE* ./
COPY packages packages
COPY schema schema
COPY src src
COPY workers workers
COPY seeds seeds
# Runs as nobody in particular, writes to /data and /tmp only.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
CMD ["node", "src/main.ts"]
