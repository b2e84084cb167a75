import { cruiserOptions } from './options.ts';
import { boundaryRules } from './rules.ts';

/** The same rules, where apps/, libs/ and tests/ are in a fixture's folder. */
export default { forbidden: boundaryRules('tools/boundary-fixtures/[^/]+/'), options: cruiserOptions };
