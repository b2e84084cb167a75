import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

const appsAndLibs = '(?:apps|libs)/[^/]+';
const tests = '(?:/test/|\\.spec\\.ts$)';
/** Npm packages that reach outside the process, or that a rule of the domain has no business with. */
const machinery = 'node_modules/(?:@nestjs|typeorm|pg|kafkajs|undici|express|pino|nestjs-pino|opossum|prom-client)/';
const machineryOfNode = '^(?:node:)?(?:fs|http|https|net|tls|dgram|child_process|worker_threads|timers)(?:/|$)';
const pureLibs = 'libs/(?:contracts|reference-data|offer-checks|offer-formats|receipts)/';

/** What each library may import of ours; a library that is not listed may import nothing. `testing` may import all. */
const below: Readonly<Record<string, readonly string[]>> = {
  receipts: ['contracts'],
  'safe-http': ['contracts'],
  'reference-data': ['contracts'],
  'offer-formats': ['contracts', 'reference-data'],
  'offer-checks': ['contracts', 'reference-data'],
  'offer-composer': ['contracts', 'reference-data'],
  client: ['contracts', 'receipts'],
  database: [],
  messaging: ['contracts', 'database'],
  service: ['contracts', 'database', 'messaging'],
};

/**
 * Who may import whom (STYLE.md, "Where things live"); each rule is an error, and is proven by a fixture of its name in
 * tools/boundary-fixtures.
 * @param root what stands before apps/, libs/ and tests/: nothing here, a fixture's folder there (no capturing group)
 */
export function boundaryRules(root = ''): IRegularForbiddenRuleType[] {
  const at = (path: string) => `^${root}${path}`;
  return [...structure(at), ...layers(at), ...edges(at)];
}

type At = (path: string) => string;

function structure(at: At): IRegularForbiddenRuleType[] {
  return [
    error('no-cycles', {}, { circular: true }),
    error('no-unresolvable-import', {}, { couldNotResolve: true }),
    error('no-barrels', { path: at(`${appsAndLibs}/.*/?index\\.ts$`) }, {}),
    error(
      'libs-are-imported-by-name',
      { path: at('(apps|libs|tests)/([^/]+)/') },
      { path: at('libs/'), pathNot: at('$1/$2/'), dependencyTypes: ['local'] },
    ),
    error('source-imports-no-test', { path: at(`${appsAndLibs}/src/`), pathNot: tests }, { path: tests }),
    error(
      'source-imports-no-tool',
      { path: at(`${appsAndLibs}/src/`), pathNot: tests },
      { path: at('(?:tools|tests)/') },
    ),
    error(
      'only-tests-import-testing',
      { path: at(''), pathNot: `${at('(?:libs/testing|tests)/')}|${tests}` },
      { path: at('libs/testing/') },
    ),
  ];
}

function layers(at: At): IRegularForbiddenRuleType[] {
  return [
    error('no-app-to-app', { path: at('apps/([^/]+)/') }, { path: at('apps/'), pathNot: at('apps/$1/') }),
    error('no-lib-to-app', { path: at('libs/') }, { path: at('apps/') }),
    error(
      'contracts-is-a-leaf',
      { path: at('libs/contracts/src/'), pathNot: tests },
      { path: at('libs/(?!contracts/)') },
    ),
    ...Object.entries(below).map(([lib, others]) =>
      error(
        `${lib}-imports-only-what-is-below`,
        { path: at(`libs/${lib}/src/`), pathNot: tests },
        { path: at('libs/'), pathNot: at(`libs/(?:${[lib, ...others].join('|')})/`) },
      ),
    ),
  ];
}

function edges(at: At): IRegularForbiddenRuleType[] {
  const domain = { path: at(`${appsAndLibs}/src/domain/`), pathNot: tests };
  return [
    error('domain-knows-no-machinery', domain, { path: `${machinery}|${machineryOfNode}` }),
    error(
      'domain-imports-pure-code-only',
      { ...domain, path: at('((?:apps|libs)/[^/]+)/src/domain/') },
      { path: at('(?:apps|libs)/'), pathNot: at(`(?:$1/src/domain/|${pureLibs})`) },
    ),
    error(
      'auditor-is-independent',
      { path: at('apps/auditor/'), pathNot: tests },
      { path: at('libs/'), pathNot: at('libs/(?:contracts|receipts)/') },
    ),
    error(
      'only-safe-http-connects-to-partners',
      {
        path: at(appsAndLibs),
        // The establishment register is asked at an address the operator configured.
        pathNot: [
          at('libs/(?:safe-http|testing)/|libs/service/src/service-client'),
          at('apps/moderation/src/register/register-http'),
          tests,
        ],
      },
      { path: 'node_modules/undici/' },
    ),
    error(
      'only-messaging-knows-kafkajs',
      { path: at(appsAndLibs), pathNot: `${at('libs/(?:messaging|testing)/')}|${tests}` },
      { path: 'node_modules/kafkajs/' },
    ),
  ];
}

function error(
  name: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType {
  return { name, severity: 'error', from, to };
}
