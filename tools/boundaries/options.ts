import type { ICruiseOptions } from 'dependency-cruiser';

/** How sources are read: imports of types count, a package of ours is its source, what was built is nobody's business. */
export const cruiserOptions: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '(^|/)dist/' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: 'tsconfig.base.json' },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['@accord/source', 'import', 'require', 'node', 'default'],
  },
};
