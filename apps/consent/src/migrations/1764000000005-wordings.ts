import { Migration } from '@accord/database/migration';
import { digestOf } from '@accord/receipts/digest';
import type { QueryRunner } from 'typeorm';

import { wordingsV1 } from '../wordings/texts-v1.js';

/** The texts of the first version. A new text is a new migration; the application role cannot change one. */
export class Wordings1764000000005 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    for (const { id, version, language, effect, title, body } of wordingsV1) {
      await db.query(
        `insert into wording (wording_id, version, language, effect, title, body, digest) values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, version, language, effect, title, body, digestOf({ id, version, language, title, body })],
      );
    }
  }
}
