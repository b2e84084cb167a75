/** An administrator's, on a database that may hold test schemas. `npm test` sets it. */
export const adminDatabaseUrl = process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Of a process that a test started. */
export const setting = (name: string): string | undefined => process.env[name];

export const kafkaBrokers = (process.env.KAFKA_BROKERS ?? '127.0.0.1:19092').split(',');
