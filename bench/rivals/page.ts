// Rivals of the feed page, over the same rows that the hub returns: the driver's find with express `res.json`, and
// stock graphql-yoga (all defaults) over the same find. Neither knows who asks.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { makeExecutableSchema } from '@graphql-tools/schema';
import express from 'express';
import { createYoga } from 'graphql-yoga';
import mongoose from 'mongoose';
import { serve } from '../load/remote.ts';

type Page = { readonly sequence: number; readonly cursor: string; readonly node: object };

const client = new mongoose.mongo.MongoClient(process.env['MONGODB_URL'] ?? '', {
  w: 'majority',
  journal: true,
});
const pages = client.db(process.env['TOCSIN_BENCH_RIVAL_DATABASE']).collection<Page>('pages');
const find = () =>
  pages
    .find({}, { projection: { _id: 0 } })
    .sort({ sequence: -1 })
    .limit(50)
    .toArray();

const SCHEMA = path.join(import.meta.dirname, '../../schema');
const typeDefs = readdirSync(SCHEMA)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => readFileSync(path.join(SCHEMA, name), 'utf8'));
const schema = makeExecutableSchema({
  typeDefs,
  resolvers: { Query: { feed: async () => ({ edges: await find() }) } },
});

serve({
  open: async (rows: readonly Omit<Page, 'sequence'>[]) => {
    await client.connect();
    await pages.createIndex({ sequence: -1 });
    await pages.insertMany(rows.map((row, index) => ({ ...row, sequence: rows.length - index })));
    const app = express();
    app.get('/plain', async (_request, response) => {
      response.json({ edges: await find() });
    });
    const plain = createServer(app).listen(0, '127.0.0.1');
    const yoga = createServer(createYoga({ schema })).listen(0, '127.0.0.1');
    await Promise.all(
      [plain, yoga].map((server) => new Promise((resolve) => server.once('listening', resolve))),
    );
    const portOf = (server: typeof plain): number => (server.address() as AddressInfo).port;
    return {
      plain: `http://127.0.0.1:${portOf(plain)}/plain`,
      yoga: `http://127.0.0.1:${portOf(yoga)}/graphql`,
    };
  },
});
