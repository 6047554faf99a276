import { defineConfig } from 'prisma/config';

/** The command line of Prisma finds this file by itself; the running server does not need it. */
export default defineConfig({
  schema: '../prisma/schema.prisma',
  migrations: { path: '../prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://127.0.0.1:5432/none' },
});
