// The pages of alliances, and the example's place in the settings.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/alliances', page: () => import('./alliances.tsx') },
  { path: '/alliances/$id', page: () => import('./alliance.tsx') },
  { path: '/settings/example', page: () => import('./example.tsx') },
  { path: '/alliances/$id/members', page: () => import('./members.tsx') },
  { path: '/alliances/$id/governance', page: () => import('./governance.tsx') },
  { path: '/alliances/$id/work', page: () => import('./work.tsx') },
]
