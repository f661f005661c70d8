import {
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  Kind,
  type TypeDefinitionNode,
  type TypeExtensionNode,
} from 'graphql';

type MemberNode = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;
export type CoordinateNode = TypeDefinitionNode | TypeExtensionNode | MemberNode;

/**
 * Everything in a schema document that has a coordinate (GraphQL schema coordinates: `Type`, `Type.field`,
 * `Type.field(argument:)`, `Enum.VALUE`, `Input.field`), in the order it is written.
 */
export function* byCoordinate(document: DocumentNode): Iterable<[string, CoordinateNode]> {
  for (const type of document.definitions) {
    if (!isTypeDefinitionNode(type) && !isTypeExtensionNode(type)) continue;
    yield [type.name.value, type];
    for (const member of membersOf(type)) {
      const coordinate = `${type.name.value}.${member.name.value}`;
      yield [coordinate, member];
      if (member.kind !== Kind.FIELD_DEFINITION) continue;
      for (const argument of member.arguments ?? []) yield [`${coordinate}(${argument.name.value}:)`, argument];
    }
  }
}

function membersOf(type: TypeDefinitionNode | TypeExtensionNode): readonly MemberNode[] {
  if ('fields' in type) return type.fields ?? [];
  return 'values' in type ? (type.values ?? []) : [];
}
