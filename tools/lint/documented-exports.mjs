const documented = new Set([
  'ClassDeclaration',
  'FunctionDeclaration',
  'TSEnumDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'VariableDeclaration',
]);

/**
 * A rule for ESLint: what a file exports by name says in a documentation comment what it means. One comment covers
 * exports that follow each other without an empty line, such as a list of words and the type made of it.
 */
export const documentedExports = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: 'What is exported needs a documentation comment: one sentence on what it means.' },
  },
  create(context) {
    const isCommented = (node) => {
      // A decorator may stand before the export, and then the comment stands before the decorator.
      const first = [node, ...(node.declaration.decorators ?? [])].sort((a, b) => a.range[0] - b.range[0])[0];
      const comment = context.sourceCode.getCommentsBefore(first).at(-1);
      return comment?.type === 'Block' && comment.value.startsWith('*');
    };
    let coveredUntil = -1;
    return {
      'Program > ExportNamedDeclaration'(node) {
        if (!documented.has(node.declaration?.type)) return;
        const isCovered = isCommented(node) || node.loc.start.line === coveredUntil + 1;
        if (isCovered) coveredUntil = node.loc.end.line;
        else context.report({ node, messageId: 'missing' });
      },
    };
  },
};
