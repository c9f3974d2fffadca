// The pages of memberships.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/alliances/$id/admission', page: () => import('./admission.tsx') },
  { path: '/alliances/$id/admission/apply', page: () => import('./apply.tsx') },
  { path: '/alliances/$id/admission/rules', page: () => import('./rules.tsx') },
  { path: '/applications/$id', page: () => import('./application.tsx') },
  { path: '/alliances/$id/membership/$organisation', page: () => import('./member.tsx') },
]
