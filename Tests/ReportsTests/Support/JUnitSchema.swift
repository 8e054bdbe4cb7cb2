/// A schema of the JUnit XML that build servers have in common: no more elements and attributes than
/// the strictest of their readers knows, in the order that it wants.
let jUnitSchema = """
  <?xml version="1.0" encoding="UTF-8"?>
  <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:simpleType name="count">
      <xs:restriction base="xs:nonNegativeInteger"/>
    </xs:simpleType>
    <xs:simpleType name="nonEmpty">
      <xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction>
    </xs:simpleType>
    <xs:attributeGroup name="outcome">
      <xs:attribute name="type" type="nonEmpty" use="required"/>
      <xs:attribute name="message" type="nonEmpty" use="required"/>
    </xs:attributeGroup>
    <xs:complexType name="trouble" mixed="true">
      <xs:attributeGroup ref="outcome"/>
    </xs:complexType>
    <xs:complexType name="skip">
      <xs:attribute name="message" type="nonEmpty" use="required"/>
    </xs:complexType>
    <xs:complexType name="case">
      <xs:sequence>
        <xs:choice minOccurs="0">
          <xs:element name="skipped" type="skip"/>
          <xs:element name="failure" type="trouble"/>
          <xs:element name="error" type="trouble"/>
        </xs:choice>
        <xs:element name="system-out" type="xs:string" minOccurs="0"/>
      </xs:sequence>
      <xs:attribute name="name" type="nonEmpty" use="required"/>
      <xs:attribute name="classname" type="nonEmpty" use="required"/>
      <xs:attribute name="time" type="xs:decimal" use="required"/>
    </xs:complexType>
    <xs:complexType name="suite">
      <xs:sequence>
        <xs:element name="testcase" type="case" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence>
      <xs:attribute name="name" type="nonEmpty" use="required"/>
      <xs:attribute name="tests" type="count" use="required"/>
      <xs:attribute name="failures" type="count" use="required"/>
      <xs:attribute name="errors" type="count" use="required"/>
      <xs:attribute name="skipped" type="count" use="required"/>
      <xs:attribute name="time" type="xs:decimal" use="required"/>
    </xs:complexType>
    <xs:element name="testsuites">
      <xs:complexType>
        <xs:sequence>
          <xs:element name="testsuite" type="suite" maxOccurs="unbounded"/>
        </xs:sequence>
        <xs:attribute name="name" type="nonEmpty"/>
        <xs:attribute name="tests" type="count"/>
        <xs:attribute name="failures" type="count"/>
        <xs:attribute name="errors" type="count"/>
        <xs:attribute name="time" type="xs:decimal"/>
      </xs:complexType>
    </xs:element>
  </xs:schema>
  """
