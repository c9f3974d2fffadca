// The pages of reviews, challenges and new areas.
import type { SitePage } from '#web/site.ts'

export const pages: SitePage[] = [
  { path: '/reviews', page: () => import('./reviews.tsx') },
  { path: '/reviews/new', page: () => import('./new-review.tsx') },
  { path: '/reviews/$id', page: () => import('./review.tsx') },
  { path: '/agreements/$id/challenges', page: () => import('./challenges.tsx') },
  { path: '/agreements/$id/new-areas', page: () => import('./areas.tsx') },
]
