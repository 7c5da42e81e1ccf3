// A small XML document as a tree that expressions can be evaluated over. For the command line and the tests: forms never
// meet XML. Prefixes stay in the names; namespace declarations are no attributes (XPath 1.0 section 5.3).

import { SaxesParser } from 'saxes'
import { walk } from '../../shared/expression/axis.ts'
import type { TreeNode } from '../../shared/expression/tree.ts'

class XmlNode implements TreeNode {
  readonly kind: TreeNode['kind']
  readonly name: string
  readonly parent: XmlNode | undefined
  readonly children: XmlNode[] = []
  readonly attributes: XmlNode[] = []
  readonly own: string
  constructor(kind: TreeNode['kind'], name: string, parent?: XmlNode, own = '') {
    this.kind = kind
    this.name = name
    this.parent = parent
    this.own = own
  }
  get text(): string {
    if (this.kind !== 'element' && this.kind !== 'document') return this.own
    const texts = walk('descendant', this).filter(({ kind }) => kind === 'text')
    return texts.map(({ text }) => text).join('')
  }
}

/** The document node; undefined for text that is not well-formed. */
export function readXml(xml: string): TreeNode | undefined {
  const document = new XmlNode('document', '')
  let open = document
  const add = (kind: TreeNode['kind'], name: string, own: string) => {
    const node = new XmlNode(kind, name, open, own)
    open.children.push(node)
    return node
  }
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', ({ name, attributes }) => {
    open = add('element', name, '')
    for (const [attribute, value] of Object.entries(attributes))
      if (!/^xmlns(:|$)/.test(attribute)) open.attributes.push(new XmlNode('attribute', attribute, open, value))
  })
  parser.on('closetag', () => {
    open = open.parent ?? document
  })
  parser.on('text', (text) => open !== document && add('text', '', text))
  parser.on('cdata', (text) => add('text', '', text))
  parser.on('comment', (text) => add('comment', '', text))
  parser.on('processinginstruction', ({ target, body }) => add('processing-instruction', target, body))
  try {
    parser.write(xml).close()
    return document
  } catch {
    return undefined
  }
}

/** "/*[1]/*[2]/@id", "/*[1]/text()[3]": the way to a node by places alone. */
export function pathOf(node: TreeNode): string {
  const { parent, kind } = node
  if (!parent) return kind === 'document' ? '' : '/'
  if (kind === 'attribute') return `${pathOf(parent)}/@${node.name}`
  const place = parent.children.filter((sibling) => sibling.kind === kind).indexOf(node) + 1
  return `${pathOf(parent)}/${kind === 'element' ? '*' : `${kind}()`}[${place}]`
}
