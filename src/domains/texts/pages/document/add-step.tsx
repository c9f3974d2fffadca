// Adds an article, or a clause in one, where one stands.
import type { Id } from '#platform/kinds.ts'
import { useDeed } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { textsApi } from '../../api.ts'
import type { TextFile } from '../../negotiation-model.ts'

export function AddStep({ text: { agreementId }, articleId, afterId }: { text: TextFile; articleId: Id | null; afterId: Id | null }) {
  const [text, trouble] = [useText(), useToastTrouble()]
  const add = useDeed(textsApi.addClause)
  const onPress = () => add.mutate({ params: { id: agreementId }, body: { articleId, afterId } }, { onError: trouble })
  return <div className="add-step no-print"><Button small look="quiet" busy={add.isPending} onPress={onPress}>{text(articleId ? 'texts.add-clause' : 'texts.add-article')}</Button></div>
}
