package io.sleddog.local.recording;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.sleddog.local.live.Ride;
import io.sleddog.local.model.FunctionSpec;
import io.sleddog.local.model.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** A ride as one line of JSON, and back: its records member by member. */
final class RideJson {
  private static final ObjectMapper mapper =
      new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .registerModule(
              new SimpleModule()
                  .addSerializer(Payload.class, new PayloadWriter())
                  .addDeserializer(Payload.class, new PayloadReader())
                  .addSerializer(Duration.class, new DurationWriter())
                  .addDeserializer(Duration.class, new DurationReader()));

  private RideJson() {}

  static String write(Ride ride) {
    try {
      return mapper.writeValueAsString(
          new Ride(bare(ride.function()), ride.execution(), ride.deliveries(), ride.requests()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A ride is always JSON", e);
    }
  }

  /** Without what belongs to this machine or may be secret. */
  private static FunctionSpec bare(FunctionSpec function) {
    return FunctionSpec.of(function.name(), function.handler(), Path.of(""))
        .withLimits(function.memoryMb(), function.timeout())
        .withLogFormat(function.logFormat());
  }

  static Ride read(String line) throws JsonProcessingException {
    return Objects.requireNonNull(mapper.readValue(line, Ride.class), "ride");
  }

  private static final class PayloadWriter extends JsonSerializer<Payload> {
    @Override
    public void serialize(Payload value, JsonGenerator out, SerializerProvider all)
        throws IOException {
      out.writeBinary(value.bytes());
    }
  }

  private static final class PayloadReader extends JsonDeserializer<Payload> {
    @Override
    public Payload deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return Payload.of(in.getBinaryValue());
    }
  }

  private static final class DurationWriter extends JsonSerializer<Duration> {
    @Override
    public void serialize(Duration value, JsonGenerator out, SerializerProvider all)
        throws IOException {
      out.writeNumber(value.toNanos());
    }
  }

  private static final class DurationReader extends JsonDeserializer<Duration> {
    @Override
    public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return Duration.ofNanos(in.getLongValue());
    }
  }
}
