import { Module } from '@nestjs/common';

import { AddClause } from './agreements/add-clause.js';
import { AgreementsController } from './agreements/agreements.controller.js';
import { CheckDraft } from './agreements/check-draft.js';
import { ConfirmAgreements } from './agreements/confirm-agreements.js';
import { ConfirmationController } from './agreements/confirmation.controller.js';
import { GiveAgreement } from './agreements/give-agreement.js';
import { ListAgreements } from './agreements/list-agreements.js';
import { PreviewAgreement } from './agreements/preview-agreement.js';
import { PreviewController } from './agreements/preview.controller.js';
import { RenewAgreement } from './agreements/renew-agreement.js';
import { RenewalController } from './agreements/renewal.controller.js';
import { WithdrawAgreement } from './agreements/withdraw-agreement.js';
import { ConditionsController } from './conditions/conditions.controller.js';
import { ExplainOffer } from './explain/explain-offer.js';
import { ExplanationsController } from './explain/explanations.controller.js';
import { MakePassport } from './explain/make-passport.js';
import { EventHandlers } from './events.handlers.js';
import { StopEverywhere } from './halts/stop-everywhere.js';
import { StopEverywhereController } from './halts/stop-everywhere.controller.js';
import { KeysController } from './keys.controller.js';
import { CheckpointsController } from './ledger/checkpoints.controller.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { PermitsController } from './permits/permits.controller.js';
import { ProtocolModule } from './protocol.module.js';
import { LedgerHandlers } from './restore/ledger.handlers.js';
import { OperatorSessionsController } from './sessions/operator-sessions.controller.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { CallStop } from './stops/call-stop.js';
import { InternalStopsController } from './stops/internal-stops.controller.js';
import { ShowStop } from './stops/show-stop.js';
import { StopsController } from './stops/stops.controller.js';
import { WordingsController } from './wordings/wordings.controller.js';

/** `preview` and `confirmation` stand before `:id` of the same path. */
const controllers = [
  PreviewController,
  ConfirmationController,
  RenewalController,
  AgreementsController,
  ExplanationsController,
  StopEverywhereController,
  StopsController,
  WordingsController,
  ConditionsController,
  KeysController,
  CheckpointsController,
  LedgerController,
  OperatorSessionsController,
  InternalStopsController,
  PermitsController,
  SessionsController,
  EventHandlers,
  LedgerHandlers,
];

const agreements = [
  AddClause,
  CheckDraft,
  ConfirmAgreements,
  GiveAgreement,
  ListAgreements,
  PreviewAgreement,
  RenewAgreement,
  WithdrawAgreement,
];

@Module({
  imports: [ProtocolModule],
  controllers,
  providers: [...agreements, CallStop, ShowStop, StopEverywhere, ExplainOffer, MakePassport],
})
export class ConsentModule {}
