import { Module } from '@nestjs/common';

import { ChangeByClock } from './clock/change-by-clock.js';
import { Housekeeping } from './clock/housekeeping.js';
import { DueLoop } from './clock/due.js';
import { Redecisions } from './decide/redecisions.js';
import { Keys } from './keys.js';
import { GrowTree } from './ledger/grow-tree.js';
import { Sequencer } from './ledger/sequencer.js';
import { KeepOffer } from './offers/keep-offer.js';
import { KeepVerdicts } from './offers/keep-verdicts.js';
import { SettleText } from './offers/settle-text.js';
import { KeepOutcome } from './outcomes/keep-outcome.js';
import { KeepPartner } from './partners/keep-partner.js';
import { AskPermits } from './permits/ask-permits.js';
import { ClosePermits } from './permits/close-permits.js';
import { PermitFigures } from './permits/permit-figures.js';
import { Proofs } from './permits/proofs.js';
import { FinishRestore } from './restore/finish-restore.js';
import { RestoreWatch } from './restore/restore-watch.js';
import { CloseFenced } from './sessions/close-fenced.js';
import { FenceSession } from './sessions/fence-session.js';
import { OpenSession } from './sessions/open-session.js';
import { Door } from './state/door.js';
import { AnswerStop } from './stops/answer-stop.js';
import { CarryOutStop } from './stops/carry-out-stop.js';
import { FinishIntents } from './stops/finish-intents.js';
import { IntentLoop } from './stops/intent-loop.js';
import { Intents } from './stops/intents.js';
import { RowLocks } from './stops/row-locks.js';
import { SettleWaiting } from './stops/settle-waiting.js';
import { StopCarrier } from './stops/stop-carrier.js';
import { StopFigures } from './stops/stop-figures.js';
import { Loops } from './loops.js';

const state = [Keys, Door, Loops, Intents, RowLocks];
const permits = [AskPermits, ClosePermits, Proofs, PermitFigures];
const sessions = [OpenSession, FenceSession, CloseFenced];
const stops = [CarryOutStop, AnswerStop, StopCarrier, StopFigures, FinishIntents, SettleWaiting];
const decisions = [Redecisions, KeepOffer, KeepVerdicts, SettleText, KeepPartner, KeepOutcome];
const loops = [Sequencer, GrowTree, ChangeByClock, Housekeeping, DueLoop, IntentLoop, FinishRestore, RestoreWatch];
const providers = [...state, ...permits, ...sessions, ...stops, ...decisions, ...loops];

/** What the promises stand on: permits, sessions, stops, decisions, and what the clock does. */
@Module({ providers, exports: providers })
export class ProtocolModule {}
