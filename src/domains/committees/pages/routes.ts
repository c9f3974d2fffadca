// The pages of committees.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/bodies', page: () => import('./bodies.tsx') },
  { path: '/bodies/new', page: () => import('./new-body.tsx') },
  { path: '/bodies/$id', page: () => import('./body.tsx') },
  { path: '/bodies/$id/rules', page: () => import('./rules-editor.tsx') },
  { path: '/meetings/$id', page: () => import('./meeting/meeting.tsx') },
  { path: '/meetings/$id/pack', page: () => import('./meeting/pack.tsx') },
  { path: '/procedures/$id', page: () => import('./procedure.tsx') },
]
