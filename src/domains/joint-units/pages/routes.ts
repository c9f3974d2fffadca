// The pages of joint units.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/joint-units', page: () => import('./units.tsx') },
  { path: '/joint-units/$id', page: () => import('./unit.tsx') },
]
