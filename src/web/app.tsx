// What surrounds every page: the questions' memory, the language, the messages that pass by.
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { Router } from './router.tsx'
import { type Start, SpeechProvider } from './text.tsx'
import { ToastProvider } from './ui/toast.tsx'

type Props = { questions: QueryClient; router: Router; start: Start }

export function App({ questions, router, start }: Props) {
  return (
    <QueryClientProvider client={questions}>
      <SpeechProvider start={start}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </SpeechProvider>
    </QueryClientProvider>
  )
}
