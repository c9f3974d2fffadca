// Mantine lends its behaviour (dialogs, lists to pick from); how they look is ours.
import { createTheme, DirectionProvider, MantineProvider } from '@mantine/core'
import { useDirection } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { dir } from '#platform/i18n/locale.ts'
import { useLocale } from '../text.tsx'

const theme = createTheme({
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--serif)' },
  defaultRadius: 'var(--corner)',
  respectReducedMotion: true,
})

export function MantineFrame({ children }: { children: ReactNode }) {
  return (
    <DirectionProvider detectDirection={false} initialDirection={dir(useLocale())}>
      <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false} forceColorScheme="light">
        <Direction />
        {children}
      </MantineProvider>
    </DirectionProvider>
  )
}

function Direction() {
  const { setDirection } = useDirection()
  const wanted = dir(useLocale())
  useEffect(() => setDirection(wanted), [wanted, setDirection])
  return null
}
