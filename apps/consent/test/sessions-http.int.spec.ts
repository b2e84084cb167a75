import { sessionFenced, sessionList, sessionOpened } from '@accord/contracts/internal/sessions';
import { eventually } from '@accord/testing/eventually';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { v7 as uuid } from 'uuid';

import { stopped } from '../src/agreements/agreement-answers.js';
import type { AnEmployer } from './an-employer.js';
import { aProcess } from './a-publisher.js';
import { ConsentUnderTest } from './consent-under-test.js';
import { draft } from './drafts.js';
import { sideBySide } from './side-by-side.js';

describe('sessions', () => {
  let consent: ConsentUnderTest;
  beforeAll(async () => {
    consent = await ConsentUnderTest.start();
    await consent.registered();
  });
  afterAll(() => consent.stop());

  const agreed = async (): Promise<{ employer: AnEmployer; offerId: string; agreement: string }> => {
    const employer = await consent.employer();
    const offerId = await consent.offerOnShow({ holder: employer.holder });
    const { id } = await employer.give(draft(offerId));
    await consent.wanted(offerId, { 'emploi-public': 'show' });
    return { employer, offerId, agreement: id };
  };
  const fence = (session: string, evidence: unknown) =>
    consent.asPublisher.post(`/internal/v1/sessions/${session}/fence`, { evidence });
  const listed = async (session: string): Promise<boolean> => {
    const { sessions } = await consent.asPublisher.read('/internal/v1/sessions', sessionList);
    return sessions.some((one) => one.session === session);
  };

  sideBySide({
    'a process that opens another session ends its own earlier one, if nothing is under way in it': async () => {
      const process = aProcess();
      const open = async () =>
        sessionOpened.parse((await consent.asPublisher.post('/internal/v1/sessions', { process })).body).session;
      const [first, second] = [await open(), await open()];
      expect(first).not.toBe(second);
      expect([await listed(first), await listed(second)]).toEqual([false, true]);
    },

    'a session with a request under way is not ended by another of its process: only its closing or a fence does':
      async () => {
        const { offerId } = await agreed();
        const publisher = await consent.publisher();
        const permit = await publisher.permit(offerId, 'emploi-public');
        await consent.asPublisher.post('/internal/v1/sessions', { process: publisher.process });
        expect(await listed(publisher.session)).toBe(true);
        expect(await publisher.close(permit.attempt)).toEqual([permit.attempt]);
      },

    'a successor fences the dead process; a withdrawal is done only when its permits close, two seconds later':
      async () => {
        const { employer, offerId, agreement } = await agreed();
        const dead = await consent.publisher();
        const permit = await dead.permit(offerId, 'emploi-public');
        const other = await employer.withdraw(agreement, { prefer: 'wait=0' });
        expect(other.status).toBe(202);

        const wrong = { ...dead.process, startTime: '2' };
        const refused = await fence(dead.session, { kind: 'deadProcess', process: wrong });
        expect(refused).toMatchObject({ status: 409, body: { errors: [{ pointer: '/evidence/process' }] } });
        const answer = await fence(dead.session, { kind: 'deadProcess', process: dead.process });
        expect(answer.status).toBe(200);
        const fenced = sessionFenced.parse(answer.body);
        expect(fenced.permits).toBe(1);
        expect((await fence(dead.session, { kind: 'deadProcess', process: dead.process })).body).toEqual(fenced);
        expect((await employer.withdraw(agreement, { prefer: 'wait=0' })).status).toBe(202);
        // It was not dead after all: nothing that it asks for is given, and what it asked for before is taken as closed.
        const item = { attempt: uuid(), offerId, partner: 'emploi-public', version: 1, kind: 'show' } as const;
        expect(await dead.ask(item)).toMatchObject([{ answer: 'refusal', rule: 'session-fenced' }]);

        const done = await eventually(async () => stopped.parse((await employer.withdraw(agreement)).body));
        const closed = await consent.one('select closed_at, outcome from permit_log where permit = $1', [
          permit.attempt,
        ]);
        expect(closed?.['outcome']).toBe('fenced');
        expect(Date.parse(done.effectiveAt)).toBeGreaterThanOrEqual(Date.parse(fenced.closesAt));
        expect(Date.parse(fenced.closesAt) - Date.parse(fenced.fencedAt)).toBe(2_000);
        expect(await dead.close(permit.attempt)).toEqual([permit.attempt]);
      },

    'an operator fences by its word, which is kept': async () => {
      const { employer, offerId, agreement } = await agreed();
      const publisher = await consent.publisher();
      const permit = await publisher.permit(offerId, 'emploi-public');
      const operator = await consent.operator();
      const path = `/v1/sessions/${publisher.session}/fence`;
      expect((await employer.http.post(path, { word: 'it is dead' })).status).toBe(403);
      expect((await operator.post(path, {})).status).toBe(400);
      const { body } = await operator.get('/v1/sessions');
      expect(body).toMatchObject({
        items: expect.arrayContaining([
          expect.objectContaining({ session: publisher.session, process: publisher.process }),
        ]),
      });
      expect((await operator.post(path, { word: 'the host burned down' })).status).toBe(200);
      const kept = await consent.one('select evidence from session where session_id = $1', [publisher.session]);
      expect(kept).toEqual({ evidence: { kind: 'operator', operator: 'ops', word: 'the host burned down' } });
      expect(await listed(publisher.session)).toBe(false);
      await eventually(async () => expect((await employer.withdraw(agreement)).status).toBe(200));
      expect(await publisher.close(permit.attempt)).toEqual([permit.attempt]);
    },

    'one that nobody opened, or of another publisher, gets nothing': async () => {
      const { offerId } = await agreed();
      const [mine, other] = [await consent.publisher(), await consent.publisher()];
      const permit = await mine.permit(offerId, 'emploi-public');
      const item = await mine.item(offerId, 'emploi-public', permit.attempt);
      const { body } = await consent.asPublisher.post('/internal/v1/permits', {
        session: uuid(),
        items: [{ ...item, attempt: uuid() }],
      });
      expect(body).toMatchObject({ answers: [{ answer: 'refusal', rule: 'session-unknown' }] });
      // Asked for by its own session it is the same permit again; by another it is none, and it cannot be closed by it.
      expect(await mine.ask(item)).toEqual([permit]);
      expect(await other.ask(item)).toMatchObject([{ answer: 'refusal', rule: 'attempt-closed' }]);
      await other.close(permit.attempt);
      expect(await consent.one('select from open_permit where permit = $1', [permit.attempt])).toBeDefined();
      await mine.close(permit.attempt);
    },

    'the proof of a permit verifies with the published keys, and says what it permits': async () => {
      const { offerId, agreement } = await agreed();
      const permit = await (await consent.publisher()).permit(offerId, 'emploi-public');
      const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', consent.harness.url));
      const { payload, protectedHeader } = await jwtVerify(permit.proof, keys, {
        algorithms: ['EdDSA'],
        audience: 'emploi-public',
        issuer: 'urn:accord:consent',
        subject: offerId,
        typ: 'accord-permit+jwt',
      });
      expect(protectedHeader.alg).toBe('EdDSA');
      const posting = (await consent.decision(offerId))?.postings[0];
      const wording = await consent.one(
        `select digest from wording where wording_id = 'multidiffusion' and version = 1 and language = 'fr'`,
      );
      expect(payload).toMatchObject({
        revision: 1,
        digest: permit.digest,
        version: posting?.version,
        agreement,
        wording: wording?.['digest'],
      });
      const [head, body = '', signature] = permit.proof.split('.');
      const forged = Buffer.from(body, 'base64url').toString().replace('emploi-public', 'jobs-prive');
      const token = [head, Buffer.from(forged).toString('base64url'), signature].join('.');
      await expect(jwtVerify(token, keys)).rejects.toThrow('signature');
    },
  });
});
