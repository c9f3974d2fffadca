// The pages of plans and indicators.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/indicators', page: () => import('./indicators.tsx') },
  { path: '/indicators/list', page: () => import('./indicator-list.tsx') },
  { path: '/plans', page: () => import('./plans.tsx') },
  { path: '/plans/new', page: () => import('./new-plan.tsx') },
  { path: '/plans/$id', page: () => import('./plan.tsx') },
  { path: '/plans/$id/write', page: () => import('./write-plan.tsx') },
]
