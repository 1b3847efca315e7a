/** Which names the files of src export, so that no name stands for two things. */
import ts from 'typescript';

/** A name with the files that declare and export it. */
export interface SharedName {
  readonly name: string;
  readonly files: readonly string[];
}

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}

function declaredBy(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(name));
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}

/** The names that a file declares and exports, each once; what it hands on from another file is declared there. */
function exportedNames(path: string, text: string): readonly string[] {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  const own = new Set(statements.flatMap(declaredBy));
  const names = statements.flatMap((statement) => {
    if (isExported(statement)) return declaredBy(statement);
    const isList =
      ts.isExportDeclaration(statement) &&
      !statement.moduleSpecifier &&
      statement.exportClause !== undefined &&
      ts.isNamedExports(statement.exportClause);
    if (!isList) return [];
    // A name that was imported is declared elsewhere.
    const declared = statement.exportClause.elements.filter(({ name, propertyName }) =>
      own.has((propertyName ?? name).text),
    );
    return declared.map(({ name }) => name.text);
  });
  return [...new Set(names)];
}

/** The names that more than one file exports; `files`: path → text. */
export function sharedNames(files: ReadonlyMap<string, string>): readonly SharedName[] {
  const byName = new Map<string, string[]>();
  for (const [path, text] of files) {
    for (const name of exportedNames(path, text)) byName.set(name, [...(byName.get(name) ?? []), path]);
  }
  return [...byName].flatMap(([name, paths]) => (paths.length > 1 ? [{ name, files: paths.sort() }] : []));
}
