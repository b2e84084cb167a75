import { CONFIG } from '@accord/service/kit.module';
import { Log } from '@accord/service/logging';
import { Metrics } from '@accord/service/metrics';
import { Module } from '@nestjs/common';

import { CheckOffer } from './check-offer.js';
import { KeepRevision } from './keep-revision.js';
import type { ModerationConfig } from './moderation.config.js';
import { OfferHandlers } from './offer.handlers.js';
import { AskRegister } from './register/ask-register.js';
import { configuredRegister } from './register/configured-register.js';
import { RegisterRecovery } from './register/register-recovery.js';
import { Appeal } from './reviews/appeal.js';
import { AuditStore } from './reviews/audit.store.js';
import { ClaimReview } from './reviews/claim-review.js';
import { ContestationController } from './reviews/contestation.controller.js';
import { DecideReview } from './reviews/decide-review.js';
import { ListReviews } from './reviews/list-reviews.js';
import { ModeratorVerdict } from './reviews/moderator-verdict.js';
import { ReadReview } from './reviews/read-review.js';
import { Report } from './reviews/report.js';
import { ReviewStore } from './reviews/review.store.js';
import { ReviewsController } from './reviews/reviews.controller.js';
import { ValidateOffer } from './validate-offer.js';
import { ValidationController } from './validation.controller.js';
import { Backlog } from './verification/backlog.js';
import { GiveVerdict } from './verification/give-verdict.js';
import { PendingStore } from './verification/pending.store.js';
import { PendingWake } from './verification/pending-wake.js';
import { RecordResult } from './verification/record-result.js';
import { RetryDelay } from './verification/retry-delay.js';
import { VerificationLoop } from './verification/verification-loop.js';
import { VerificationStore } from './verification/verification.store.js';
import { VerifyOffer } from './verification/verify-offer.js';
import { VerifyPending } from './verification/verify-pending.js';

const askRegister = {
  provide: AskRegister,
  inject: [CONFIG, Log, Metrics],
  useFactory: async (config: ModerationConfig, log: Log, metrics: Metrics) => {
    const register = configuredRegister(config, log);
    await metrics.watchBreaker(register.breaker);
    return register;
  },
};

const verification = [
  KeepRevision,
  VerificationStore,
  PendingStore,
  PendingWake,
  RetryDelay,
  GiveVerdict,
  CheckOffer,
  RecordResult,
  VerifyOffer,
  VerifyPending,
  VerificationLoop,
  RegisterRecovery,
  Backlog,
  ValidateOffer,
];
const reviews = [
  ReviewStore,
  AuditStore,
  ListReviews,
  ReadReview,
  ClaimReview,
  ModeratorVerdict,
  DecideReview,
  Appeal,
  Report,
];

@Module({
  controllers: [OfferHandlers, ValidationController, ReviewsController, ContestationController],
  providers: [askRegister, ...verification, ...reviews],
})
export class ModerationModule {}
