// The pages of what one is told, and of where an organisation has its news sent.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/notices', page: () => import('./notices.tsx') },
  { path: '/settings/webhooks', page: () => import('./webhooks.tsx') },
  { path: '/settings/webhooks/$id', page: () => import('./webhook.tsx') },
]
