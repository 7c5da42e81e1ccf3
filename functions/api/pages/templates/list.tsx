// The templates that the visitor's reports can follow: the organisation's own, and those that come with the program.

import { maySomewhere } from '../../../../shared/organisation/access.ts'
import { unitIn } from '../../../../shared/organisation/unit.ts'
import { blocksOf } from '../../../../shared/report/template.ts'
import { shippedTemplates } from '../../../../shared/report/templates/shipped.ts'
import { type TemplateLine, TemplatesPage } from '../../../../web/pages/templates/list.tsx'
import { listOwnTemplates } from '../../../store/report-templates.ts'
import { pageContext, type SignedInCall } from '../../call.ts'
import { contentOf, type FoundTemplate, foundOwn, mayChange, mayUse } from './found.ts'
import { named, readUses, usesOf } from './uses.ts'

export async function showTemplates(call: SignedInCall): Promise<Response> {
  const { deps, me, c } = call
  const uses = await readUses(call)
  const lineOf = ({ id, content, published, own }: FoundTemplate): TemplateLine => ({
    id,
    name: content.name,
    roles: content.roles.map(({ title }) => title),
    kinds: [...new Set(blocksOf(content).map(({ block }) => block))],
    uses: named(call, usesOf(uses, id)),
    own: own && {
      published,
      isDrafted: own.own.draft !== null,
      care: unitIn(me.tree, own.own.unitId)?.name ?? own.own.unitId,
      mayChange: mayChange(call, own.own),
    },
  })
  const usable = (await listOwnTemplates(deps, me.organisationId)).filter(({ own }) => mayUse(call, own))
  const found = await Promise.all(usable.map((own) => foundOwn(call, own)))
  const own = found.flatMap((one) => (one.ok ? [lineOf(one.value)] : []))
  return c.html(
    <TemplatesPage
      context={pageContext(call)}
      own={own.sort((a, b) => a.name.vi.localeCompare(b.name.vi, 'vi', { numeric: true }))}
      shipped={shippedTemplates.map((one) =>
        lineOf({ id: one.id, content: contentOf(one), published: one.version, own: undefined }),
      )}
      mayMake={maySomewhere(me.person, 'campaign.manage')}
    />,
  )
}
