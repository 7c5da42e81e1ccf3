// What an expression sees of the thing it is evaluated over: a form's answers, a choice list, an XML document.

export type TreeNode = {
  readonly kind: 'document' | 'element' | 'attribute' | 'text' | 'comment' | 'processing-instruction'
  /** As written, prefix included ("orx:meta"): forms are addressed by the names in their sheets, not by namespaces. */
  readonly name: string
  readonly parent: TreeNode | undefined
  readonly children: readonly TreeNode[]
  readonly attributes: readonly TreeNode[]
  /** The string-value of XPath 1.0 section 5: for an element the text of all its descendants. */
  readonly text: string
}
