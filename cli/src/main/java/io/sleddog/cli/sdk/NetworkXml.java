package io.sleddog.cli.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sleddog.cli.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Answers of EC2: elements become members with the names that the API gives them. */
final class NetworkXml {
  /** The lists, which have other names in XML; their elements are all called {@code item}. */
  private static final Map<String, String> LISTS =
      Map.of(
          "routeTableSet", "RouteTables",
          "routeSet", "Routes",
          "associationSet", "Associations",
          "vpcEndpointSet", "VpcEndpoints",
          "regionInfo", "Regions");

  private NetworkXml() {}

  /**
   * The members of an answer.
   *
   * @throws IOException if it is no XML
   */
  static ObjectNode members(byte[] answer) throws IOException {
    return members(root(answer));
  }

  /** Code and message of a refusal; empty if there are none. */
  static JsonNode error(byte[] answer) {
    try {
      return members(root(answer)).path("Errors").path("Error");
    } catch (IOException noXml) {
      return Json.object();
    }
  }

  private static Element root(byte[] answer) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(answer)).getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("EC2 did not answer with XML", e);
    }
  }

  private static ObjectNode members(Element element) {
    ObjectNode members = Json.object();
    for (Node it = element.getFirstChild(); it != null; it = it.getNextSibling()) {
      if (it instanceof Element child) {
        String name = child.getTagName();
        String member = LISTS.getOrDefault(name, capital(name));
        members.set(member, LISTS.containsKey(name) ? list(child) : value(child));
      }
    }
    return members;
  }

  private static ArrayNode list(Element element) {
    ArrayNode list = Json.array();
    for (Node it = element.getFirstChild(); it != null; it = it.getNextSibling()) {
      if (it instanceof Element item) {
        list.add(members(item));
      }
    }
    return list;
  }

  private static JsonNode value(Element element) {
    boolean hasMembers = element.getElementsByTagName("*").getLength() > 0;
    return hasMembers ? members(element) : Json.tree(element.getTextContent().strip());
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
