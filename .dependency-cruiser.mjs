import { cruiserOptions } from './tools/boundaries/options.ts';
import { boundaryRules } from './tools/boundaries/rules.ts';

/** Who may import whom: an error in CI. The rules, and the fixtures that prove each, are in tools/. */
export default { forbidden: boundaryRules(), options: cruiserOptions };
