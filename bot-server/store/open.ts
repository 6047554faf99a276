// Opens the database that the configuration names: the one of DATABASE_URL, or the embedded one in the data folder.
import { type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { startEmbedded } from './embedded.ts';

export type Store = Database & {
  /** One line for the operator, e.g. where the embedded database had to go. */
  note: string | undefined;
};

export async function openStore(
  where: { databaseUrl: string | undefined; dataDir: string },
  options: DatabaseOptions,
): Promise<Store> {
  if (where.databaseUrl) return { ...(await openDatabase(where.databaseUrl, options)), note: undefined };
  const embedded = await startEmbedded(where.dataDir);
  try {
    const database = await openDatabase(embedded.url, options);
    const close = async () => {
      await database.close();
      await embedded.stop();
    };
    return { ...database, note: embedded.note, close };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}
